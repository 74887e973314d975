package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Events.Subscription;
import io.github.ingotvm.model.HypervisorEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One listener; it gets its events one at a time and in order, also when it causes some itself. */
final class FakeSubscription implements Subscription {
    private final FakeState state;
    private final Executor executor;
    private final Consumer<HypervisorEvent> listener;
    private final Queue<HypervisorEvent> waiting = new ArrayDeque<>();
    private boolean draining;
    private volatile boolean closed;

    FakeSubscription(FakeState state, Executor executor, Consumer<HypervisorEvent> listener) {
        this.state = state;
        this.executor = executor;
        this.listener = listener;
    }

    void deliver(HypervisorEvent event) {
        synchronized (waiting) {
            waiting.add(event);
            if (draining) {
                return;
            }
            draining = true;
        }
        executor.execute(this::drain);
    }

    private void drain() {
        try {
            for (HypervisorEvent event = next(); event != null; event = next()) {
                if (!closed) {
                    listener.accept(event);
                }
            }
        } finally {
            synchronized (waiting) {
                draining = false;
            }
        }
    }

    private @Nullable HypervisorEvent next() {
        synchronized (waiting) {
            HypervisorEvent event = waiting.poll();
            if (event == null) {
                draining = false;
            }
            return event;
        }
    }

    @Override
    public void close() {
        closed = true;
        state.unsubscribe(this);
    }
}
