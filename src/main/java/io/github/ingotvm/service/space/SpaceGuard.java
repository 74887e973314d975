package io.github.ingotvm.service.space;

import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.space.SpaceHold.Kept;
import io.github.ingotvm.service.work.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses running machines before the disk under their images is full: a guest that is told that its disk does not take what it
 * writes may lose it. They go on by themselves once there is room again, and so do those that the hypervisor had to stop in the middle of
 * a write. Nobody tells of a disk that fills, so it looks now and then. What is paused is marked so: where no Ingot looks when there is room
 * again, the next one lets it go on.
 */
public final class SpaceGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceGuard.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Context context;
    private final Limits limits;
    private final Listener listener;
    private final SpaceHold hold;
    private final Map<MachineId, Kept> waiting = new HashMap<>();
    private final Set<MachineId> overruled = new HashSet<>();
    private final Set<MachineId> stale = new HashSet<>();
    private final Future<?> looking;
    private boolean first = true;

    /**
     * When machines stop and go on.
     *
     * @param least bytes; with fewer left, machines are paused
     * @param enough bytes; with so many left they go on: more than {@code least}, so that they do not stop again at once
     */
    public record Limits(long least, long enough) {
        /** What fits a desktop: a quarter and half of a GiB. */
        public static final Limits DEFAULT = new Limits(256 * Resources.MIB, 512 * Resources.MIB);
    }

    /** Is told what was done; called on the guard's executor. */
    public interface Listener {
        /** @param free bytes left */
        void paused(List<VirtualMachine> machines, long free);

        void wentOn(List<VirtualMachine> machines);
    }

    public SpaceGuard(Context context, ScheduledExecutorService executor, Limits limits, Listener listener) {
        this.context = context;
        this.hold = new SpaceHold(context);
        this.limits = limits;
        this.listener = listener;
        this.looking = executor.scheduleWithFixedDelay(this::lookSafely, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookSafely() {
        try {
            look();
        } catch (IngotException e) {
            LOG.debug("the disk is looked at later", e);
        }
    }

    /** Looks once. */
    public synchronized void look() {
        FreeSpace free = FreeSpace.in(context.hypervisor().volumes());
        stale.removeIf(hold::unmark);
        boolean low = free.isBelow(limits.least());
        boolean calm = !low && waiting.isEmpty() && overruled.isEmpty();
        if (calm && !first) {
            return;
        }
        List<VirtualMachine> machines = low || first ? context.inventory().machines() : known();
        Told told = new Told();
        for (VirtualMachine machine : machines) {
            try {
                look(machine, free.under(machine), told);
            } catch (IngotException e) {
                LOG.debug("{} is looked at later", machine.displayName(), e);
            }
        }
        first = false;
        Set<MachineId> there = machines.stream().map(VirtualMachine::id).collect(Collectors.toSet());
        waiting.keySet().retainAll(there);
        overruled.retainAll(there);
        told.to(listener);
    }

    private List<VirtualMachine> known() {
        List<VirtualMachine> known = Stream.concat(waiting.keySet().stream(), overruled.stream())
                .flatMap(id -> context.inventory().find(id).stream())
                .toList();
        return context.inventory().sorted(known);
    }

    private void look(VirtualMachine machine, OptionalLong left, Told told) {
        boolean low = left.isPresent() && left.getAsLong() < limits.least();
        boolean room = left.isPresent() && left.getAsLong() >= limits.enough();
        if (room) {
            overruled.remove(machine.id());
        }
        switch (machine.state()) {
            case PAUSED -> stands(machine, left, low, room, told);
            case RUNNING -> runs(machine, left, low, room, told);
            case SAVED -> {
                // It stands still again when it is restored.
                if (marked(machine)) {
                    waiting.put(machine.id(), Kept.MARKED);
                }
            }
            case OFF, CRASHED -> forget(machine);
        }
    }

    private void stands(VirtualMachine machine, OptionalLong left, boolean low, boolean room, Told told) {
        MachineId id = machine.id();
        Kept kept = waiting.get(id);
        if (machine.mark().hold() == Hold.SNAPSHOT) {
            return; // it stands still for that work, which lets it go on itself
        }
        if (marked(machine)) {
            waiting.put(id, Kept.MARKED); // by an Ingot that is gone, it may be
        } else if (kept == Kept.MARKED) {
            waiting.remove(id); // now it stands still because somebody wants it
        } else if (kept != null) {
            waiting.put(id, hold.mark(id));
        } else if ((low || first) && context.hypervisor().power().isStalled(id)) {
            waiting.put(id, hold.mark(id));
            if (low) {
                told.paused(machine, left);
            }
        }
        if (room && waiting.containsKey(id)) {
            context.hypervisor().power().resume(id);
            forget(machine);
            told.wentOn.add(machine);
        }
    }

    private void runs(VirtualMachine machine, OptionalLong left, boolean low, boolean room, Told told) {
        MachineId id = machine.id();
        Kept kept = waiting.get(id);
        if (kept != null && kept != Kept.BUSY && !room) {
            // Somebody let it go on although the disk is nearly full; that is theirs to decide.
            overruled.add(id);
        }
        if (low && !overruled.contains(id)) {
            waiting.put(id, hold.pause(id));
            stale.remove(id);
            told.paused(machine, left);
        } else {
            forget(machine);
        }
    }

    private static boolean marked(VirtualMachine machine) {
        return machine.mark().hold() == Hold.SPACE;
    }

    /** It does not wait for space, or no longer. */
    private void forget(VirtualMachine machine) {
        boolean marked = waiting.remove(machine.id()) != null || marked(machine);
        if (marked && !hold.unmark(machine.id())) {
            stale.add(machine.id());
        }
    }

    /** What is to be said at the end of a look. */
    private static final class Told {
        private final List<VirtualMachine> paused = new ArrayList<>();
        private final List<VirtualMachine> wentOn = new ArrayList<>();
        private long free = Long.MAX_VALUE;

        void paused(VirtualMachine machine, OptionalLong left) {
            paused.add(machine);
            free = Math.min(free, left.orElse(0));
        }

        void to(Listener listener) {
            if (!paused.isEmpty()) {
                listener.paused(paused, free);
            }
            if (!wentOn.isEmpty()) {
                listener.wentOn(wentOn);
            }
        }
    }

    /** Looks no more. What is paused stays so until another guard looks. */
    @Override
    public void close() {
        looking.cancel(false);
    }
}
