package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;

/** {@code ingot resume} */
@Command(description = "Let paused virtual machines go on.")
final class ResumeCommand extends PowerCommand {
    ResumeCommand(Session session) {
        super(session);
    }

    @Override
    String act(VirtualMachine machine) {
        session().services().power().resume(machine.id());
        return machine.displayName() + " goes on.";
    }
}
