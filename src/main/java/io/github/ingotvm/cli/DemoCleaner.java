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
        // Each takes its second to stop; together they take no longer.
        made.parallelStream().forEach(this::stop);
        boolean clean = true;
        while (!made.isEmpty()) {
            clean &= remove(made.pop());
        }
        return clean;
    }

    private boolean remove(VirtualMachine machine) {
        MachineId id = machine.id();
        try {
            if (services.inventory().find(id).isPresent()) {
                services.lifecycle().delete(id).commit();
            }
            return true;
        } catch (IngotException e) {
            LOG.warn("{} of the demo stays", machine.displayName(), e);
            return false;
        }
    }

    private void stop(VirtualMachine machine) {
        try {
            if (services.inventory()
                    .find(machine.id())
                    .filter(m -> m.state().isActive())
                    .isPresent()) {
                services.power().forceOff(machine.id());
            }
        } catch (IngotException e) {
            LOG.warn("{} of the demo does not stop", machine.displayName(), e);
        }
    }
}
