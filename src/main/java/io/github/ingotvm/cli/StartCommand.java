package io.github.ingotvm.cli;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ingot start} */
@Command(description = "Start virtual machines; paused and saved ones go on.")
final class StartCommand extends PowerCommand {
    @Option(names = "--anyway", description = "Also on a golden image that looks changed since it was promoted.")
    private boolean anyway;

    StartCommand(Session session) {
        super(session);
    }

    @Override
    VirtualMachine find(String reference) {
        return session().settledMachine(reference);
    }

    @Override
    String act(VirtualMachine machine) {
        // The end of an installation has started it already.
        if (machine.state() != PowerState.RUNNING) {
            session().services().power().start(machine.id(), anyway);
        }
        return machine.displayName() + " is running.";
    }
}
