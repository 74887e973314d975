package io.github.ingotvm.service.machines;

import io.github.ingotvm.hypervisor.Power;
import io.github.ingotvm.hypervisor.Screens;
import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.StandStill;
import io.github.ingotvm.service.layers.StartCheck;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts and stops machines, and looks at them. */
public final class PowerControl {
    private final Context context;

    public PowerControl(Context context) {
        this.context = context;
    }

    private Power power() {
        return context.hypervisor().power();
    }

    /** Starts a machine; one that is paused goes on, and one that crashed starts anew. Refuses one on a golden image that looks changed. */
    public void start(MachineId id) {
        start(id, false);
    }

    /**
     * The same.
     *
     * @param anyway also on a golden image that looks changed
     */
    public void start(MachineId id, boolean anyway) {
        VirtualMachine machine = context.inventory().requireMachine(id);
        if (machine.state() == PowerState.PAUSED) {
            resume(machine);
            return;
        }
        StartCheck.on(context.hypervisor()).require(machine, anyway);
        if (machine.state() == PowerState.CRASHED) {
            power().destroy(id);
        }
        unhold(machine); // of long ago
        power().start(id);
    }

    /** Asks the guest to shut down; returns at once. */
    public void shutdown(MachineId id) {
        requireActive(id);
        power().shutdown(id);
    }

    /** Pulls the plug. */
    public void forceOff(MachineId id) {
        VirtualMachine machine = requireActive(id);
        power().destroy(id);
        if (machine.persistent()) {
            unhold(machine);
        }
    }

    /** Somebody decided otherwise. */
    private void unhold(VirtualMachine machine) {
        if (machine.mark().hold() != Hold.NONE) {
            context.hypervisor().machines().setMark(machine.id(), machine.mark().with(Hold.NONE));
        }
    }

    /** Asks the guest to restart; returns at once. */
    public void restart(MachineId id) {
        requireActive(id);
        power().reboot(id);
    }

    public void pause(MachineId id) {
        VirtualMachine machine = requireActive(id);
        unhold(machine); // from now on it stands still because somebody wants it
        power().suspend(id);
    }

    public void resume(MachineId id) {
        resume(requireActive(id));
    }

    private void resume(VirtualMachine machine) {
        if (machine.mark().hold() != Hold.NONE) {
            new StandStill(context.hypervisor()).letGoOn(machine.id(), machine.mark());
        } else {
            power().resume(machine.id());
        }
    }

    private VirtualMachine requireActive(MachineId id) {
        VirtualMachine machine = context.inventory().require(id);
        if (!machine.state().isActive()) {
            throw new IngotException(Kind.WRONG_STATE, machine.displayName() + " is not running.");
        }
        return machine;
    }

    /** What the machine shows now. */
    public Optional<Picture> screen(MachineId id) {
        Screens screens = context.hypervisor().screens();
        return screens.capture(id);
    }

    /**
     * Attaches to the first serial port of a running machine; an earlier reader is detached.
     *
     * @param sink receives what the guest says, on a thread of its own
     */
    public SerialPort serial(MachineId id, Consumer<byte[]> sink) {
        return new SerialPort(power().serial(id, sink));
    }

    /** Whether a running machine's guest has an agent that answers now: its snapshots are then taken with the disks at rest. */
    public boolean agentAnswers(MachineId id) {
        return power().agentAnswers(id);
    }

    /** Presses keys together; codes as in linux/input-event-codes.h. */
    public void sendKeys(MachineId id, int... codes) {
        power().sendKeys(id, codes);
    }
}
