package io.github.ingotvm.ui.console;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A picture of the guest's screen in the user's Pictures folder. */
final class ScreenFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss", Locale.ROOT);

    private ScreenFile() {}

    /** The folder as the desktop has it; the home folder where there is none. */
    static Path folder(Path home) {
        Path dirs = home.resolve(".config/user-dirs.dirs");
        try {
            if (Files.isRegularFile(dirs)) {
                for (String line : Files.readAllLines(dirs)) {
                    if (line.startsWith("XDG_PICTURES_DIR=")) {
                        String value =
                                line.substring("XDG_PICTURES_DIR=".length()).replace("\"", "");
                        return Path.of(value.replace("$HOME", home.toString()));
                    }
                }
            }
        } catch (IOException e) {
            return home; // as good as not there
        }
        Path pictures = home.resolve("Pictures");
        return Files.isDirectory(pictures) ? pictures : home;
    }

    /** Gives the file it was written to. */
    static Path write(Path folder, String machine, LocalDateTime when, int width, int height, int[] argb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        Path file = folder.resolve(machine.replaceAll("[/\\p{Cntrl}]", "_") + " " + TIME.format(when) + ".png");
        try {
            Files.createDirectories(folder);
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new IngotException(
                    Kind.FAILED,
                    "The picture could not be written to " + folder + "; see that you may write there.",
                    e);
        }
    }
}
