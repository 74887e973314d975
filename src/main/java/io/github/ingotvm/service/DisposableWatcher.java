package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.Events.Subscription;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.HypervisorEvent.ConnectionRestored;
import io.github.ingotvm.model.HypervisorEvent.MachineChanged;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what disposable clones leave, for as long as it is open: first what ended while nobody watched, then of each that ends. */
public final class DisposableWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DisposableWatcher.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Context context;
    private final Disposables disposables;
    private final Executor executor;
    private final Set<MachineId> alive = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final Subscription subscription;
    private volatile boolean closed;

    DisposableWatcher(Context context, Disposables disposables, Executor executor) {
        this.context = context;
        this.disposables = disposables;
        this.executor = executor;
        this.subscription = context.hypervisor().events().subscribe(this::on);
        execute(this::lookAtAll);
    }

    private void on(HypervisorEvent event) {
        if (event instanceof MachineChanged changed) {
            execute(() -> look(changed.id()));
        } else if (event instanceof ConnectionRestored) {
            execute(this::lookAtAll);
        }
    }

    private void execute(Runnable task) {
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } catch (IngotException e) {
                    LOG.debug("looked at again later", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("after the end", e);
        }
    }

    private void lookAtAll() {
        context.hypervisor().machines().list().stream()
                .filter(VirtualMachine::isDisposable)
                .forEach(m -> alive.add(m.id()));
        sweepSoon();
    }

    private void look(MachineId id) {
        Optional<VirtualMachine> now = context.inventory().find(id);
        if (now.filter(VirtualMachine::isDisposable).isPresent()) {
            alive.add(id);
        } else if (alive.remove(id)) {
            sweepSoon();
        }
    }

    /** Many that end together are looked for once. */
    private void sweepSoon() {
        if (due.compareAndSet(false, true)) {
            execute(() -> {
                due.set(false);
                if (!closed) {
                    disposables.sweep(PATIENCE);
                }
            });
        }
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }
}
