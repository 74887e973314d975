package io.github.ingotvm.service.work;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file whose lock keeps processes apart. The operating system drops the locks of a process that dies. */
public record LockFile(Path folder, String name) {
    private static final Logger LOG = LoggerFactory.getLogger(LockFile.class);
    private static final Object LETTING_GO = new Object();
    private static final long MOST_MILLIS = 50;

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

    /** Holds it if nobody else does now; else null. */
    @Nullable
    public Held tryHold() {
        FileChannel channel = open();
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Held(channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            LOG.trace("{} is held within this process", name);
        } catch (IOException e) {
            close(channel);
            throw denied(e);
        }
        close(channel);
        return null;
    }

    private Held wait(boolean shared) {
        FileChannel channel = open();
        while (true) {
            try {
                return new Held(channel, channel.lock(0, Long.MAX_VALUE, shared));
            } catch (OverlappingFileLockException e) {
                awaitLettingGo(channel);
            } catch (IOException e) {
                close(channel);
                throw denied(e);
            }
        }
    }

    /** The system only tells processes apart: another client within this one is waited for here. */
    private void awaitLettingGo(FileChannel channel) {
        synchronized (LETTING_GO) {
            try {
                while (isHeldHere(channel)) {
                    // Limited: it may have been let go of since it was tried.
                    LETTING_GO.wait(MOST_MILLIS);
                }
            } catch (InterruptedException e) {
                close(channel);
                Thread.currentThread().interrupt();
                throw new IngotException(Kind.CANCELLED, "Cancelled; nothing was changed.", e);
            }
        }
    }

    private boolean isHeldHere(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                lock.release();
            }
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            close(channel);
            throw denied(e);
        }
    }

    private FileChannel open() {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(
                    folder.resolve(name + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw denied(e);
        }
    }

    private IngotException denied(IOException e) {
        return new IngotException(
                Kind.DENIED, "Cannot lock " + folder + "; make that folder writable for you and try again.", e);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
            LOG.debug("closing a lock", e);
        }
    }

    /** The lock, held until it is closed. */
    public record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
        public <T> T run(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void close() {
            LockFile.close(channel);
            synchronized (LETTING_GO) {
                LETTING_GO.notifyAll();
            }
        }
    }
}
