package io.github.ingotvm.ui.console;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings news to another thread, the newest alone: however fast a server tells, no more than one piece of it waits there.
 *
 * @param <T> what is told; immutable
 */
final class Newest<T> {
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Executor thread;
    private final Consumer<T> listener;

    Newest(Executor thread, Consumer<T> listener) {
        this.thread = thread;
        this.listener = listener;
    }

    void tell(T news) {
        if (waiting.getAndSet(news) == null) {
            thread.execute(() -> {
                T newest = waiting.getAndSet(null);
                if (newest != null) {
                    listener.accept(newest);
                }
            });
        }
    }
}
