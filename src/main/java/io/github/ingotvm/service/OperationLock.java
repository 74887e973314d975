package io.github.ingotvm.service;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps operations apart, within this process and from other Ingots of the same user: work on one machine comes one after the
 * other, and volumes are removed only while nothing else is under way (a clone whose overlay is made but not yet defined would
 * else look unneeded). The operating system drops the locks of a process that dies.
 */
final class OperationLock {
    private final Path folder;
    private final ReentrantReadWriteLock all = new ReentrantReadWriteLock(true);
    private final Map<MachineId, ReentrantLock> machines = new ConcurrentHashMap<>();
    private final Object sharing = new Object();
    private int sharers;
    private @Nullable Held shared;

    /** @param folder where the lock files live; one folder for each connection */
    OperationLock(Path folder) {
        this.folder = folder;
    }

    /** Runs work that changes a machine. */
    <T> T onMachine(MachineId id, Supplier<T> work) {
        ReentrantLock lock = machines.computeIfAbsent(id, i -> new ReentrantLock(true));
        return shared(() -> {
            lock.lock();
            try {
                if (lock.getHoldCount() > 1) {
                    return work.get();
                }
                try (Held held = hold(id.toString(), false)) {
                    return held.run(work);
                }
            } finally {
                lock.unlock();
            }
        });
    }

    /** Runs work that makes new things beside what there is. */
    <T> T shared(Supplier<T> work) {
        all.readLock().lock();
        try {
            enter();
            try {
                return work.get();
            } finally {
                leave();
            }
        } finally {
            all.readLock().unlock();
        }
    }

    /** Runs work that removes volumes, once nothing else is under way. Not to be called from within other work. */
    <T> T alone(Supplier<T> work) {
        if (all.getReadHoldCount() > 0) {
            throw new IllegalStateException("volumes are removed after the work, not within it");
        }
        all.writeLock().lock();
        try (Held held = hold("all", false)) {
            return held.run(work);
        } finally {
            all.writeLock().unlock();
        }
    }

    /** Whether the calling thread is within work now. */
    boolean isWithinWork() {
        return all.getReadHoldCount() > 0 || all.isWriteLockedByCurrentThread();
    }

    private void enter() {
        synchronized (sharing) {
            if (sharers == 0) {
                shared = hold("all", true);
            }
            sharers++;
        }
    }

    private void leave() {
        synchronized (sharing) {
            sharers--;
            Held held = shared;
            if (sharers == 0 && held != null) {
                held.close();
                shared = null;
            }
        }
    }

    private Held hold(String name, boolean sharedLock) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(name + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            return new Held(channel, channel.lock(0, Long.MAX_VALUE, sharedLock));
        } catch (IOException e) {
            throw new IngotException(
                    Kind.DENIED, "Cannot lock " + folder + "; make that folder writable for you and try again.", e);
        }
    }

    private record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
        <T> T run(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // The lock goes with the process at the latest.
                org.slf4j.LoggerFactory.getLogger(OperationLock.class).debug("closing a lock", e);
            }
        }
    }
}
