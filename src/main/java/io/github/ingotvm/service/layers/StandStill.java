package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a running guest stand still for the length of some work. The machine is marked before it is paused and until it goes on, so that
 * Check finds it, should Ingot end in between.
 */
public record StandStill(Hypervisor hypervisor) {
    private static final Logger LOG = LoggerFactory.getLogger(StandStill.class);

    /** Whether the machine is paused for such work; outside of any, it was left so. */
    public static boolean holds(VirtualMachine machine) {
        return machine.state() == PowerState.PAUSED && machine.mark().hold() == Hold.SNAPSHOT;
    }

    public <T> T during(VirtualMachine machine, Supplier<T> work) {
        hypervisor.machines().setMark(machine.id(), machine.mark().held(true));
        try {
            hypervisor.power().suspend(machine.id());
        } catch (IngotException e) {
            unmark(machine.id(), machine.mark());
            throw e;
        }
        try {
            return work.get();
        } finally {
            letGoOn(machine.id(), machine.mark());
        }
    }

    public void letGoOn(MachineId id, Mark mark) {
        hypervisor.power().resume(id);
        unmark(id, mark);
    }

    /** A mark that stays on a running machine says nothing. */
    private void unmark(MachineId id, Mark mark) {
        try {
            hypervisor.machines().setMark(id, mark.held(false));
        } catch (IngotException e) {
            LOG.warn("{} stays marked as standing still", id, e);
        }
    }
}
