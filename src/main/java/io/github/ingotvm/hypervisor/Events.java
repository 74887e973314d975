package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.HypervisorEvent;
import java.util.function.Consumer;

/** What happens on the connection, whoever caused it. */
public interface Events {
    /**
     * Calls the listener for every event from now on, one at a time, on a thread of the hypervisor's own. A listener may call
     * the port. Close to stop.
     */
    Subscription subscribe(Consumer<HypervisorEvent> listener);

    /** Ends a subscription. Idempotent. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
