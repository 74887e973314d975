package io.github.ingotvm.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to work on a download: one at a time has it, in this process and between all Ingots. It is a lock on a file beside it that is
 * never read, moved or removed. A lock on the part itself would follow it when it gets its name, and be lost as soon as anybody in the
 * process reads it: closing any channel of a file gives up the locks that POSIX has on it.
 */
final class Claim implements AutoCloseable {
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Claim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes it, if nobody has it. */
    static Optional<Claim> on(Path target) throws IOException {
        Path file = target.resolveSibling("." + target.getFileName() + ".lock")
                .toAbsolutePath()
                .normalize();
        if (!HERE.add(file)) {
            return Optional.empty(); // opened once more, and closed, it would be nobody's
        }
        boolean mine = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            mine = lock != null;
            return mine ? Optional.of(new Claim(file, channel)) : Optional.empty();
        } finally {
            if (!mine) {
                HERE.remove(file);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HERE.remove(file);
    }
}
