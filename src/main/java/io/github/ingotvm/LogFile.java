package io.github.ingotvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Where Ingot keeps what is worth keeping across runs but is no data: the log and the lock files. */
final class LogFile {
    private LogFile() {}

    /** {@code $XDG_STATE_HOME/ingot}, by default {@code ~/.local/state/ingot}. */
    static Path folder() {
        // The specification says to ignore relative paths.
        return Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(p -> p.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
                .resolve("ingot");
    }

    static Path path() {
        return folder().resolve("ingot.log");
    }

    /** Makes the folder, for the user alone. Tells whether files can be made in it. */
    static boolean isUsable() {
        Path folder = folder();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            return Files.isDirectory(folder) && Files.isWritable(folder);
        }
        return Files.isWritable(folder);
    }
}
