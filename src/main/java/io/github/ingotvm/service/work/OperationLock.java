package io.github.ingotvm.service.work;

import io.github.ingotvm.model.MachineId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps operations apart, within this process and from other Ingots of the same user: work on one machine comes one after the
 * other, and volumes are removed only while nothing else is under way (a clone whose overlay is made but not yet defined would
 * else look unneeded). The operating system drops the locks of a process that dies.
 */
public final class OperationLock {
    private final Path folder;
    private final ReentrantReadWriteLock all = new ReentrantReadWriteLock(true);
    private final Map<MachineId, ReentrantLock> machines = new ConcurrentHashMap<>();
    private final Object sharing = new Object();
    private int sharers;
    private LockFile.@Nullable Held shared;

    /** @param folder where the lock files live; one folder for each connection */
    public OperationLock(Path folder) {
        this.folder = folder;
    }

    /** Where Ingots of this user, on the same connection, keep their lock files. */
    public Path folder() {
        return folder;
    }

    /** Runs work that changes a machine. */
    public <T> T onMachine(MachineId id, Supplier<T> work) {
        ReentrantLock lock = machines.computeIfAbsent(id, i -> new ReentrantLock(true));
        return shared(() -> {
            lock.lock();
            try {
                if (lock.getHoldCount() > 1) {
                    return work.get();
                }
                try (LockFile.Held held = LockFile.in(folder, id.toString()).hold()) {
                    return held.run(work);
                }
            } finally {
                lock.unlock();
            }
        });
    }

    /** Runs work that makes new things beside what there is. */
    public <T> T shared(Supplier<T> work) {
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
    public <T> T alone(Supplier<T> work) {
        if (all.getReadHoldCount() > 0) {
            throw new IllegalStateException("volumes are removed after the work, not within it");
        }
        all.writeLock().lock();
        try (LockFile.Held held = LockFile.in(folder, "all").hold()) {
            return held.run(work);
        } finally {
            all.writeLock().unlock();
        }
    }

    /**
     * Runs work that wants nothing else under way.
     *
     * @param patience how long to wait for work of this process; another Ingot is not waited for
     * @return empty when something is under way
     */
    public <T> Optional<T> aloneWithin(Duration patience, Supplier<T> work) {
        try {
            if (all.getReadHoldCount() > 0 || !all.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try (LockFile.Held held = LockFile.in(folder, "all").tryHold()) {
                return held == null ? Optional.empty() : Optional.of(work.get());
            } finally {
                all.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether the calling thread is within work now. */
    public boolean isWithinWork() {
        return all.getReadHoldCount() > 0 || all.isWriteLockedByCurrentThread();
    }

    private void enter() {
        synchronized (sharing) {
            if (sharers == 0) {
                shared = LockFile.in(folder, "all").share();
            }
            sharers++;
        }
    }

    private void leave() {
        synchronized (sharing) {
            sharers--;
            LockFile.Held held = shared;
            if (sharers == 0 && held != null) {
                held.close();
                shared = null;
            }
        }
    }
}
