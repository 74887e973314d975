package io.github.ingotvm.service.space;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.work.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses running machines before the disk under their images is full: a guest that is told that its disk does not take what it
 * writes may lose it. They go on by themselves once there is room again, and so do those that the hypervisor had to stop in the middle of
 * a write. Nobody tells of a disk that fills, so it looks now and then.
 */
public final class SpaceGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceGuard.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Context context;
    private final Limits limits;
    private final Listener listener;
    private final Set<MachineId> paused = new HashSet<>();
    private final Set<MachineId> overruled = new HashSet<>();
    private final Set<String> full = new HashSet<>();
    private final Future<?> looking;

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
        Map<Pool, Long> free = new HashMap<>();
        for (Pool pool : context.hypervisor().volumes().pools()) {
            if (pool.active() && !pool.path().isEmpty()) {
                free.put(pool, context.hypervisor().volumes().free(pool));
            }
        }
        boolean calm = full.isEmpty() && free.values().stream().allMatch(f -> f >= limits.least());
        if (calm) {
            return;
        }
        List<VirtualMachine> machines = context.inventory().machines();
        free.forEach((pool, bytes) -> {
            List<VirtualMachine> on =
                    machines.stream().filter(m -> writesTo(m, pool)).toList();
            if (bytes < limits.least()) {
                full.add(pool.name());
                pause(on, bytes);
            } else if (bytes >= limits.enough() && full.remove(pool.name())) {
                goOn(on);
            }
        });
        full.retainAll(free.keySet().stream().map(Pool::name).toList());
    }

    private static boolean writesTo(VirtualMachine machine, Pool pool) {
        return machine.present().writableDisks().stream()
                .flatMap(d -> d.source().stream())
                .anyMatch(path -> LayerGraph.isInActivePool(path, List.of(pool)));
    }

    private void pause(List<VirtualMachine> machines, long free) {
        List<VirtualMachine> now = new ArrayList<>();
        for (VirtualMachine machine : machines) {
            MachineId id = machine.id();
            if (machine.state() == PowerState.PAUSED && !paused.contains(id)) {
                if (context.hypervisor().power().isStalled(id)) {
                    paused.add(id);
                    now.add(machine);
                }
            } else if (machine.state() == PowerState.RUNNING && !overruled.contains(id)) {
                if (paused.remove(id)) {
                    // Somebody let it go on although the disk is nearly full; that is theirs to decide.
                    overruled.add(id);
                } else {
                    context.hypervisor().power().suspend(id);
                    paused.add(id);
                    now.add(machine);
                }
            }
        }
        if (!now.isEmpty()) {
            listener.paused(now, free);
        }
    }

    private void goOn(List<VirtualMachine> machines) {
        List<VirtualMachine> now = new ArrayList<>();
        for (VirtualMachine machine : machines) {
            overruled.remove(machine.id());
            if (paused.remove(machine.id()) && machine.state() == PowerState.PAUSED) {
                context.hypervisor().power().resume(machine.id());
                now.add(machine);
            }
        }
        if (!now.isEmpty()) {
            listener.wentOn(now);
        }
    }

    /** Looks no more. What is paused stays so. */
    @Override
    public void close() {
        looking.cancel(false);
    }
}
