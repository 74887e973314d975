package io.github.ingotvm.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.download.Checksum.Algorithm;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One at a time works on a download, and what is finished is never touched again. */
class PartTest {
    private static final String URI = "https://example.org/system.iso";
    private static final byte[] BYTES = "all of the disc".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private Path target = Path.of("");

    @BeforeEach
    void name() {
        target = folder.resolve("system.iso");
    }

    /** Another Ingot, which wants the same file. */
    static final class Another {
        private Another() {}

        public static void main(String[] args) throws IOException {
            try (Part part = Part.open(Path.of(args[0]), URI)) {
                System.out.print("opened " + part.size());
            } catch (IngotException e) {
                System.out.print(e.kind());
            }
        }
    }

    private String another() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Another.class.getName(),
                        target.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void anotherIngotIsKeptOutUntilTheFileHasItsNameEvenWhileItIsRead() throws IOException {
        try (Part part = Part.open(target, URI)) {
            part.append(ByteBuffer.wrap(BYTES));
            part.sync();
            Digests.of(part.file(), Algorithm.SHA256, Progress.NONE);
            assertThat(another()).isEqualTo("WRONG_STATE");
            Files.move(part.file(), target, StandardCopyOption.ATOMIC_MOVE);
            part.forgetJournal();
            assertThat(another()).as("the move is not the end of the work").isEqualTo("WRONG_STATE");
        }
        assertThat(another()).isEqualTo("opened 0");
        assertThat(Files.readAllBytes(target)).isEqualTo(BYTES);
    }

    @Test
    void aSecondTryInTheSameIngotIsRefusedAndLetsTheFirstKeepItsClaim() throws IOException {
        try (Part part = Part.open(target, URI)) {
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(IngotException.class)
                        .isThrownBy(() -> Part.open(target, URI))
                        .matches(e -> e.kind() == Kind.WRONG_STATE);
                assertThatExceptionOfType(IngotException.class)
                        .isThrownBy(() -> Part.remove(target))
                        .matches(e -> e.kind() == Kind.WRONG_STATE);
            }
            assertThat(part.file()).exists();
            assertThat(another()).isEqualTo("WRONG_STATE");
        }
        Part.remove(target);
        assertThat(folder.resolve("system.iso.part")).doesNotExist();
    }
}
