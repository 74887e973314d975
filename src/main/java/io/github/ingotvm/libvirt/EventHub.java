package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.Events;
import io.github.ingotvm.model.HypervisorEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to listeners on a thread of their own: a listener may call libvirt, the event loop may not. */
final class EventHub implements Events, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread t = new Thread(task, "libvirt-events");
        t.setDaemon(true);
        return t;
    });

    @Override
    public Subscription subscribe(Consumer<HypervisorEvent> consumer) {
        Listener listener = new Listener(consumer);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void publish(HypervisorEvent event) {
        try {
            thread.execute(() -> listeners.forEach(listener -> listener.hear(event)));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} after the end", event);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    /** Has an identity of its own: the same consumer may subscribe twice. */
    private static final class Listener {
        private final Consumer<HypervisorEvent> consumer;

        Listener(Consumer<HypervisorEvent> consumer) {
            this.consumer = consumer;
        }

        void hear(HypervisorEvent event) {
            try {
                consumer.accept(event);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed at {}", event, e);
            }
        }
    }
}
