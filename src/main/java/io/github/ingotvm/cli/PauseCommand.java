package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;

/** {@code ingot pause} */
@Command(description = "Pause virtual machines.")
final class PauseCommand extends PowerCommand {
    PauseCommand(Session session) {
        super(session);
    }

    @Override
    String act(VirtualMachine machine) {
        session().services().power().pause(machine.id());
        return machine.displayName() + " is paused.";
    }
}
