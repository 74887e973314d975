package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;

/** {@code ingot restart} */
@Command(description = "Ask the guests of virtual machines to restart.")
final class RestartCommand extends PowerCommand {
    RestartCommand(Session session) {
        super(session);
    }

    @Override
    String act(VirtualMachine machine) {
        session().services().power().restart(machine.id());
        return "Asked " + machine.displayName() + " to restart.";
    }
}
