package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.Events.Subscription;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.HypervisorEvent.ConnectionLost;
import io.github.ingotvm.model.HypervisorEvent.ConnectionRestored;
import io.github.ingotvm.model.HypervisorEvent.MachineChanged;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets installations go on by themselves for as long as it is open. */
public final class InstallWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InstallWatcher.class);

    private final Context context;
    private final InstallTracker tracker;
    private final Executor executor;
    private final Listener listener;
    private final Subscription subscription;

    /** Is told what happened; called on the watcher's executor. */
    public interface Listener {
        void installed(VirtualMachine machine);

        void failed(VirtualMachine machine, IngotException why);
    }

    public InstallWatcher(Context context, InstallTracker tracker, Executor executor, Listener listener) {
        this.context = context;
        this.tracker = tracker;
        this.executor = executor;
        this.listener = listener;
        this.subscription = context.hypervisor().events().subscribe(this::on);
        executor.execute(this::settleAll);
    }

    private void on(HypervisorEvent event) {
        if (event instanceof MachineChanged changed) {
            executor.execute(() -> settle(changed.id()));
        } else if (event instanceof ConnectionRestored) {
            executor.execute(this::settleAll);
        } else if (event instanceof ConnectionLost) {
            LOG.debug("installations wait for the connection");
        }
    }

    private void settleAll() {
        try {
            context.inventory().machines().forEach(m -> settle(m.id()));
        } catch (IngotException e) {
            LOG.warn("Installations could not be looked at", e);
        }
    }

    private void settle(MachineId id) {
        try {
            tracker.settle(id).ifPresent(listener::installed);
        } catch (IngotException e) {
            LOG.warn("The installation of {} does not go on", id, e);
            report(id, e);
        }
    }

    private void report(MachineId id, IngotException why) {
        try {
            context.inventory().find(id).ifPresent(m -> listener.failed(m, why));
        } catch (IngotException e) {
            LOG.debug("nor can it be reported", e);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
