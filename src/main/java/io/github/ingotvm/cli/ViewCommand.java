package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;

/** {@code ingot view} */
@Command(description = "Open the screens of virtual machines in Remote Viewer.")
final class ViewCommand extends PowerCommand {
    ViewCommand(Session session) {
        super(session);
    }

    @Override
    String act(VirtualMachine machine) {
        session().services().screens().openInViewer(machine.id());
        return machine.displayName() + " is open in Remote Viewer.";
    }
}
