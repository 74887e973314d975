package io.github.ingotvm.service.work;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file whose lock keeps processes apart. The operating system drops the locks of a process that dies; and all that a process has on a file
 * as soon as it closes the file anywhere. So one that is held within this process is never opened a second time.
 */
public record LockFile(Path folder, String name) {
    private static final Logger LOG = LoggerFactory.getLogger(LockFile.class);

    /** Those of this process; whoever lets one go tells all. */
    private static final Set<Path> HELD = new HashSet<>();

    public static LockFile in(Path folder, String name) {
        return new LockFile(folder, name);
    }

    /** Waits until nobody else holds it. */
    public Held hold() {
        return wait(false);
    }

    /** Waits until nobody holds it alone. */
    Held share() {
        return wait(true);
    }

    /** Holds it if nobody else does now, in this process or another; else null. */
    @Nullable
    public Held tryHold() {
        synchronized (HELD) {
            if (!HELD.add(path())) {
                return null;
            }
        }
        return locked(FileChannel::tryLock);
    }

    private Held wait(boolean shared) {
        synchronized (HELD) {
            try {
                while (!HELD.add(path())) {
                    HELD.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IngotException(Kind.CANCELLED, "Cancelled; nothing was changed.", e);
            }
        }
        return Objects.requireNonNull(locked(channel -> channel.lock(0, Long.MAX_VALUE, shared)));
    }

    private interface Locking {
        @Nullable
        FileLock in(FileChannel channel) throws IOException;
    }

    /** Once it is this process's to try. Null when another process holds it. */
    private @Nullable Held locked(Locking locking) {
        FileChannel channel = null;
        boolean held = false;
        try {
            channel = open();
            held = locking.in(channel) != null;
            return held ? new Held(path(), channel) : null;
        } catch (IOException e) {
            throw new IngotException(
                    Kind.DENIED, "Cannot lock " + folder + "; make that folder writable for you and try again.", e);
        } finally {
            if (!held) {
                letGo(path(), channel);
            }
        }
    }

    private Path path() {
        return folder.resolve(name + ".lock").toAbsolutePath().normalize();
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void letGo(Path path, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The lock goes with the process at the latest.
            LOG.debug("closing a lock", e);
        }
        synchronized (HELD) {
            HELD.remove(path);
            HELD.notifyAll();
        }
    }

    /** The lock, held until it is closed. */
    public record Held(Path path, FileChannel channel) implements AutoCloseable {
        public <T> T run(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void close() {
            if (channel.isOpen()) {
                letGo(path, channel);
            }
        }
    }
}
