package io.github.ingotvm.service.machines;

import io.github.ingotvm.hypervisor.Events.Subscription;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Waits for guests that were asked to shut down. */
public final class PowerDown {
    /** How soon a cancellation is noticed. */
    private static final long GLANCE_MILLIS = 200;

    private final Context context;

    public PowerDown(Context context) {
        this.context = context;
    }

    /**
     * Returns when the machine is off or gone.
     *
     * @throws IngotException {@code FAILED} when the patience ends before, {@code CANCELLED}
     */
    public void await(VirtualMachine machine, Duration patience, Progress progress) {
        BlockingQueue<HypervisorEvent> events = new LinkedBlockingQueue<>();
        long end = System.nanoTime() + patience.toNanos();
        Subscription subscription = context.hypervisor().events().subscribe(events::add);
        try {
            while (isOn(machine.id())) {
                progress.report(-1, "Waiting for " + machine.displayName() + " to shut down");
                awaitNews(events, machine, patience, end, progress);
            }
        } finally {
            subscription.close();
        }
    }

    private static void awaitNews(
            BlockingQueue<HypervisorEvent> events,
            VirtualMachine machine,
            Duration patience,
            long end,
            Progress progress) {
        try {
            do {
                progress.check();
                if (System.nanoTime() - end > 0) {
                    throw new IngotException(
                            Kind.FAILED,
                            machine.displayName() + " has not shut down within " + patience.toSeconds()
                                    + " s; force it off, then try again.");
                }
            } while (events.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS) == null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngotException(Kind.CANCELLED, "Cancelled; nothing was changed.", e);
        }
    }

    private boolean isOn(MachineId id) {
        return context.inventory().find(id).filter(m -> m.state().isActive()).isPresent();
    }
}
