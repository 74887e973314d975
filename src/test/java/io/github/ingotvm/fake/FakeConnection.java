package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** One client's line to the fake host. */
final class FakeConnection {
    final FakeState state;
    final Executor events;
    private final List<FakeSubscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    FakeConnection(FakeState state, Executor events) {
        this.state = state;
        this.events = events;
    }

    <T> T get(Supplier<T> work) {
        return state.call(() -> {
            if (closed || state.down) {
                throw new HypervisorException(
                        Kind.DISCONNECTED,
                        "The connection to the hypervisor is lost; wait for it or start Ingot again.");
            }
            return work.get();
        });
    }

    void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    void add(FakeSubscription subscription) {
        subscriptions.add(subscription);
        state.subscribe(subscription);
    }

    void close() {
        closed = true;
        subscriptions.forEach(FakeSubscription::close);
    }
}
