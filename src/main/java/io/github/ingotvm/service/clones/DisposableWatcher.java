package io.github.ingotvm.service.clones;

import io.github.ingotvm.hypervisor.Events.Subscription;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.HypervisorEvent.ConnectionRestored;
import io.github.ingotvm.model.HypervisorEvent.MachineChanged;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what disposable clones leave, for as long as it is open: first what ended while nobody watched, then of each that ends. */
public final class DisposableWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DisposableWatcher.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BLINK = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofMinutes(5);

    private final Context context;
    private final Disposables disposables;
    private final Executor executor;
    /** Machines that have a definition. Any other that is gone may have left files, also one too short-lived to be seen. */
    private final Set<MachineId> lasting = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean due = new AtomicBoolean();
    private final Subscription subscription;
    private volatile boolean closed;

    public DisposableWatcher(Context context, Disposables disposables, Executor executor) {
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
        execute(executor, task);
    }

    private void later(Duration delay, Runnable task) {
        execute(CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS), () -> execute(task));
    }

    private void execute(Executor on, Runnable task) {
        try {
            on.execute(() -> {
                if (!closed) {
                    task.run();
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("after the end", e);
        }
    }

    private void lookAtAll() {
        try {
            context.hypervisor().machines().list().forEach(this::note);
        } catch (IngotException e) {
            LOG.debug("looked at again when the connection is restored", e);
        }
        sweepSoon();
    }

    private void look(MachineId id) {
        try {
            context.inventory().find(id).ifPresentOrElse(this::note, () -> gone(id));
        } catch (IngotException e) {
            LOG.debug("looked at again when the connection is restored", e);
        }
    }

    private void note(VirtualMachine machine) {
        if (!machine.isDisposable()) {
            lasting.add(machine.id());
        } else if (machine.state() == PowerState.OFF) {
            // The hypervisor tells of its end a moment before it forgets it, and nothing after that.
            later(BLINK, () -> look(machine.id()));
        }
    }

    private void gone(MachineId id) {
        if (!lasting.remove(id)) {
            sweepSoon();
        }
    }

    /** Many that end together are looked for once. */
    private void sweepSoon() {
        if (due.compareAndSet(false, true)) {
            execute(() -> {
                due.set(false);
                sweep(SOON);
            });
        }
    }

    /** Until nothing is left: a file may still be held, another Ingot may be at work. */
    private void sweep(Duration again) {
        if (!disposables.sweep(PATIENCE)) {
            Duration next = again.multipliedBy(2);
            later(again, () -> sweep(next.compareTo(LATEST) > 0 ? LATEST : next));
        }
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }
}
