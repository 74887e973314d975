package io.github.ingotvm.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.IngotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenFileTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 23, 12, 0, 5);

    @TempDir
    Path home;

    @Test
    void writesThePictureUnderTheMachinesName() throws IOException {
        Path file = ScreenFile.write(home.resolve("Pictures"), "a/b", NOON, 2, 1, new int[] {0xFF112233, 0xFF445566});

        assertThat(file).hasFileName("a_b 2026-11-23 12-00-05.png");
        assertThat(ImageIO.read(file.toFile()).getRGB(1, 0)).isEqualTo(0xFF445566);
    }

    @Test
    void findsTheDesktopsFolder() throws IOException {
        assertThat(ScreenFile.folder(home)).isEqualTo(home);

        Files.createDirectories(home.resolve("Pictures"));
        assertThat(ScreenFile.folder(home)).isEqualTo(home.resolve("Pictures"));

        Files.createDirectories(home.resolve(".config"));
        Files.writeString(home.resolve(".config/user-dirs.dirs"), "XDG_PICTURES_DIR=\"$HOME/Bilder\"\n");
        assertThat(ScreenFile.folder(home)).isEqualTo(home.resolve("Bilder"));
    }

    @Test
    void saysWhereItMayNotWrite() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> ScreenFile.write(file, "m", NOON, 1, 1, new int[1]))
                .withMessageContaining(file.toString());
    }
}
