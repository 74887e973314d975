package io.github.ingotvm.service.work;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
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
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Path folder;
    private final ReentrantReadWriteLock all = new ReentrantReadWriteLock(true);
    private final Map<MachineId, ReentrantLock> machines = new ConcurrentHashMap<>();
    private final Object sharing = new Object();
    private volatile Runnable afterwards = () -> {};
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
        boolean outermost = all.getReadHoldCount() == 0;
        try {
            return within(work);
        } finally {
            if (outermost) {
                afterwards.run();
            }
        }
    }

    private <T> T within(Supplier<T> work) {
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

    /** What to do whenever some work has ended; it must not fail. */
    public void afterwards(Runnable some) {
        this.afterwards = some;
    }

    /**
     * Runs work that wants nothing else under way, once that is so. Other work is not held up while it waits. Not to be called from within
     * other work.
     *
     * @throws IngotException {@code CANCELLED} while it waits
     */
    public <T> T alone(Progress progress, Supplier<T> work) {
        if (all.getReadHoldCount() > 0) {
            throw new IllegalStateException("volumes are removed after the work, not within it");
        }
        Optional<T> done = aloneWithin(GLANCE, work);
        while (done.isEmpty()) {
            progress.check();
            progress.report(-1, "Waiting for other work to end");
            done = aloneWithin(GLANCE, work);
        }
        return done.get();
    }

    /**
     * The same, within some time.
     *
     * @param patience how long to wait for other work to end, of this process or of another Ingot
     * @return empty when something was under way all the time
     */
    public <T> Optional<T> aloneWithin(Duration patience, Supplier<T> work) {
        if (all.getReadHoldCount() > 0) {
            return Optional.empty();
        }
        long end = System.nanoTime() + patience.toNanos();
        Optional<T> done = ifAlone(work);
        while (done.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
            done = ifAlone(work);
        }
        return done;
    }

    /** Asked again and again, not queued for: behind one that queues for the whole, all others would have to wait as long. */
    private <T> Optional<T> ifAlone(Supplier<T> work) {
        if (!all.writeLock().tryLock()) {
            return Optional.empty();
        }
        try (LockFile.Held held = LockFile.in(folder, "all").tryHold()) {
            return held == null ? Optional.empty() : Optional.of(work.get());
        } finally {
            all.writeLock().unlock();
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
