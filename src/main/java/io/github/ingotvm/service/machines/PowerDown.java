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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for guests that were asked to shut down, each for so long from when it was asked. */
public final class PowerDown implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PowerDown.class);

    /** How soon a cancellation is noticed. */
    private static final long GLANCE_MILLIS = 200;

    private final Context context;
    private final Duration patience;
    private final BlockingQueue<HypervisorEvent> events = new LinkedBlockingQueue<>();
    private final Subscription subscription;
    /** With the moment at which the patience with each ends. */
    private final Map<VirtualMachine, Long> awaited = new LinkedHashMap<>();

    public PowerDown(Context context, Duration patience) {
        this.context = context;
        this.patience = patience;
        this.subscription = context.hypervisor().events().subscribe(events::add);
    }

    /**
     * One that is waited for no longer.
     *
     * @param off whether it is off, or gone; else the patience has ended
     */
    public record Ended(VirtualMachine machine, boolean off) {}

    /** Waits for one more, that was asked just now. */
    public void await(VirtualMachine machine) {
        awaited.put(machine, System.nanoTime() + patience.toNanos());
    }

    public boolean isAwaiting() {
        return !awaited.isEmpty();
    }

    /** Those still waited for. */
    public List<VirtualMachine> rest() {
        return List.copyOf(awaited.keySet());
    }

    /** Returns when at least one of them has ended; without any when it was cancelled. */
    public List<Ended> next(Progress progress) {
        List<Ended> ended = ended();
        while (ended.isEmpty() && !progress.isCancelled()) {
            awaitNews();
            ended = ended();
        }
        ended.forEach(e -> awaited.remove(e.machine()));
        return ended;
    }

    private List<Ended> ended() {
        events.clear(); // before the look: what comes after it is news
        List<Ended> ended = new ArrayList<>();
        awaited.forEach((machine, end) -> {
            boolean on = isOn(machine.id());
            if (!on || System.nanoTime() - end > 0) {
                ended.add(new Ended(machine, !on));
            }
        });
        return ended;
    }

    /** One that cannot be asked is taken to be on: its patience ends, and the others' turn comes. */
    private boolean isOn(MachineId id) {
        try {
            return context.inventory()
                    .find(id)
                    .filter(m -> m.state().isActive())
                    .isPresent();
        } catch (IngotException e) {
            LOG.debug("{} is asked again", id, e);
            return true;
        }
    }

    private void awaitNews() {
        try {
            events.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngotException(Kind.CANCELLED, "Cancelled.", e);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
