package io.github.ingotvm.service.golden;

import io.github.ingotvm.hypervisor.Events.Subscription;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.HypervisorEvent.ConnectionRestored;
import io.github.ingotvm.model.HypervisorEvent.MachineChanged;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.context.Context;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals golden images in the background for as long as it is open: what it finds open at first, then what is promoted. Reads half of the
 * time only, so that machines that work on the same disk hardly notice.
 */
public final class SealWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SealWatcher.class);

    private final Sealer sealer;
    private final Executor executor;
    private final Listener listener;
    private final Subscription subscription;
    private final Set<Optional<MachineId>> queued = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Is told how far it is; called on the watcher's executor. */
    public interface Listener {
        /**
         * @param left files that are not sealed yet
         * @param fraction of the one being read
         */
        void sealing(long left, double fraction);

        /** All are sealed that can be. */
        void rested();
    }

    public SealWatcher(Context context, Sealer sealer, Executor executor, Listener listener) {
        this.sealer = sealer;
        this.executor = executor;
        this.listener = listener;
        this.subscription = context.hypervisor().events().subscribe(this::on);
        enqueue(Optional.empty());
    }

    private void on(HypervisorEvent event) {
        if (event instanceof MachineChanged changed) {
            enqueue(Optional.of(changed.id()));
        } else if (event instanceof ConnectionRestored) {
            enqueue(Optional.empty());
        }
    }

    /** Many events of one machine make one look at it. */
    private void enqueue(Optional<MachineId> machine) {
        if (!closed && queued.add(machine)) {
            executor.execute(() -> {
                queued.remove(machine);
                seal(machine);
            });
        }
    }

    private void seal(Optional<MachineId> only) {
        try {
            long left = only.map(sealer::unsealed).orElseGet(sealer::unsealed);
            if (left == 0 || closed) {
                return;
            }
            Progress paced = new Paced(fraction -> listener.sealing(left, fraction), () -> closed);
            only.ifPresentOrElse(id -> sealer.sealAll(id, paced), () -> sealer.sealAll(paced));
        } catch (IngotException e) {
            LOG.debug("sealing goes on later", e);
        }
        listener.rested();
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }

    /** Rests after each step for as long as the step took. */
    private static final class Paced implements Progress {
        private static final long LONGEST_REST_NANOS = 200_000_000;

        private final DoubleConsumer listener;
        private final BooleanSupplier cancelled;
        private long stepBegan = System.nanoTime();

        Paced(DoubleConsumer listener, BooleanSupplier cancelled) {
            this.listener = listener;
            this.cancelled = cancelled;
        }

        @Override
        public void report(double fraction, String doing) {
            listener.accept(fraction);
            LockSupport.parkNanos(Math.min(LONGEST_REST_NANOS, System.nanoTime() - stepBegan));
            stepBegan = System.nanoTime();
        }

        @Override
        public boolean isCancelled() {
            return cancelled.getAsBoolean();
        }
    }
}
