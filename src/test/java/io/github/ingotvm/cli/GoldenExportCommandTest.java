package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldenExportCommandTest extends CommandLineRig {
    private Path file = Path.of("");

    @BeforeEach
    void aGoldenImage() {
        golden("debian");
        file = folder.resolve("debian.ova");
    }

    @Test
    void exportsAndBringsBackAsAGoldenImageOrAsAMachine() {
        assertThat(ingot("golden", "export", "debian", file.toString())
                        .succeeds()
                        .out())
                .isEqualTo("Exported v1 of debian to " + file + ".\n");
        ingot("golden", "export", "debian", file.toString()).fails(ExitCode.FAILED, "let it be replaced");
        ingot("golden", "export", "debian", file.toString(), "--version", "v1", "--force")
                .succeeds();

        ingot("import", file.toString(), "--golden").fails(ExitCode.FAILED, "choose another name");
        assertThat(ingot("import", file.toString(), "standard", "--golden")
                        .succeeds()
                        .out())
                .isEqualTo("Imported standard.\n");
        assertThat(ingot("golden", "list").out()).contains("standard");
        ingot("clone", "standard", "desk").succeeds();
        assertThat(ingot("import", file.toString(), "machine").succeeds().err()).contains("--golden");
        assertThat(find("machine").isImageOnly()).isFalse();
        ingot("import", file.toString(), "x", "--golden", "--start").fails(ExitCode.USAGE, "leave out --start");
    }

    @Test
    void saysWhyThereIsNothingToBringBack() {
        ingot("import", file.toString(), "--golden").fails(ExitCode.USAGE, "There is no file");
        ingot("golden", "export", "debian", folder.toString()).fails(ExitCode.USAGE, "is a folder");
        ingot("golden", "export", "nobody", file.toString()).fails(ExitCode.NOT_FOUND, "nobody");
    }
}
