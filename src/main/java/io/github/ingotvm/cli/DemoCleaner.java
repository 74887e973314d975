package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what the demo made, the newest first, so that clones go before what they stand on. */
final class DemoCleaner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCleaner.class);

    private final Services services;
    private final Deque<VirtualMachine> made = new ArrayDeque<>();

    DemoCleaner(Services services) {
        this.services = services;
    }

    VirtualMachine remember(VirtualMachine machine) {
        made.push(machine);
        return machine;
    }

    /** @return whether all is gone */
    boolean clean() {
        boolean clean = true;
        while (!made.isEmpty()) {
            clean &= remove(made.pop());
        }
        return clean;
    }

    private boolean remove(VirtualMachine machine) {
        MachineId id = machine.id();
        try {
            var now = services.inventory().find(id);
            if (now.isEmpty()) {
                return true;
            }
            if (now.get().state().isActive()) {
                services.power().forceOff(id);
            }
            services.lifecycle().delete(id).commit();
            return true;
        } catch (IngotException e) {
            LOG.warn("{} of the demo stays", machine.displayName(), e);
            return false;
        }
    }
}
