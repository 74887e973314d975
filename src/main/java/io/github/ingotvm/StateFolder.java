package io.github.ingotvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Where Ingot keeps what is worth keeping between runs but is no data: {@code $XDG_STATE_HOME/ingot}. */
final class StateFolder {
    private StateFolder() {}

    private static Path path() {
        // The specification says to ignore relative paths.
        return Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(p -> p.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
                .resolve("ingot");
    }

    static Path log() {
        return path().resolve("ingot.log");
    }

    /** Where the history is written. */
    static Path history() {
        return path();
    }

    /** Where the lock files of a connection live. Every Ingot of this user must find the same place. */
    static Path locks(String uri) {
        Path base = isUsable()
                ? path().resolve("locks")
                : Path.of(System.getProperty("java.io.tmpdir"), "ingot-locks-" + System.getProperty("user.name"));
        return base.resolve(Integer.toHexString(uri.hashCode()));
    }

    /** Makes the folder, for the user alone, and tells whether files can be made in it. */
    static boolean isUsable() {
        Path folder = path();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            // Perhaps another Ingot was quicker; if not, what follows says no.
            return Files.isWritable(folder);
        }
        return Files.isWritable(folder);
    }
}
