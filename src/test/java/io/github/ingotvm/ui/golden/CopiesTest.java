package io.github.ingotvm.ui.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {
    @TempDir
    Path folder = Path.of("");

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), name);
    }

    @Test
    void aFileIsItself() throws IOException {
        Path copy = file("copy.img");
        assertThat(Copies.at(copy, List.of("/pool/layer.qcow2"))).containsExactly(copy);
    }

    @Test
    void ofAFolderThoseThatAreCalledAlike() throws IOException {
        file("other.qcow2");
        Path copy = file("layer.qcow2");
        assertThat(Copies.at(folder, List.of("/pool/layer.qcow2"))).containsExactly(copy);
    }

    @Test
    void elseAllOfTheFolder() throws IOException {
        Path one = file("one");
        Path two = file("two");
        Files.createDirectory(folder.resolve("deeper"));
        assertThat(Copies.at(folder, List.of("/pool/layer.qcow2"))).containsExactly(one, two);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Copies.at(folder.resolve("gone"), List.of()))
                .hasMessage("There is no file or folder " + folder.resolve("gone") + "; choose where a copy lies.");
    }
}
