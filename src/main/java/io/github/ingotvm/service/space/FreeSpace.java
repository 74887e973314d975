package io.github.ingotvm.service.space;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.layers.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much is free now in the folders of the pools, in bytes. */
record FreeSpace(Map<Pool, Long> free) {
    private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);

    /** In every pool that can be asked now. */
    static FreeSpace in(Volumes volumes) {
        Map<Pool, Long> free = new HashMap<>();
        for (Pool pool : volumes.pools()) {
            if (pool.active() && !pool.path().isEmpty()) {
                try {
                    free.put(pool, volumes.free(pool));
                } catch (IngotException e) {
                    LOG.debug("{} is looked at later", pool.name(), e);
                }
            }
        }
        return new FreeSpace(free);
    }

    boolean isBelow(long bytes) {
        return free.values().stream().anyMatch(f -> f < bytes);
    }

    /** Under the fullest of the disks that the machine writes to; empty for one that writes to none that is watched. */
    OptionalLong under(VirtualMachine machine) {
        return free.entrySet().stream()
                .filter(e -> writesTo(machine, e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .min();
    }

    private static boolean writesTo(VirtualMachine machine, Pool pool) {
        return machine.present().writableDisks().stream()
                .flatMap(d -> d.source().stream())
                .anyMatch(path -> Visibility.isInActivePool(path, List.of(pool)));
    }
}
