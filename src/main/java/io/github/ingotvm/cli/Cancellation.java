package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the user wants the work to stop. May be asked and told from any thread. */
final class Cancellation {
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;
    private boolean idle;

    synchronized boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        List<Runnable> told;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    /** Whether nothing is under way that would have to be taken back. */
    synchronized boolean isIdle() {
        return idle;
    }

    /** Waits for a person: to end here leaves nothing half-done. */
    <T> T idling(Supplier<T> wait) {
        setIdle(true);
        try {
            return wait.get();
        } finally {
            setIdle(false);
        }
    }

    private synchronized void setIdle(boolean value) {
        idle = value;
    }

    /**
     * What others put into the queue next, or null when nothing came in time.
     *
     * @throws IngotException {@code CANCELLED} as soon as the user cancels
     */
    <T> @Nullable T next(Inbox<T> inbox, Duration patience) {
        try {
            if (isCancelled()) {
                throw cancelledException();
            }
            Object item = inbox.queue.poll(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
            if (isCancelled()) {
                throw cancelledException();
            }
            @SuppressWarnings("unchecked") // Only put() adds anything else than the wake-up of a cancellation.
            T next = (T) item;
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelledException();
        }
    }

    private static IngotException cancelledException() {
        return new IngotException(Kind.CANCELLED, "Cancelled.");
    }

    /** Where other threads leave what this one waits for. */
    final class Inbox<T> {
        private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();

        Inbox() {
            synchronized (Cancellation.this) {
                listeners.add(() -> queue.add("cancelled"));
            }
        }

        void put(T item) {
            queue.add(item);
        }
    }
}
