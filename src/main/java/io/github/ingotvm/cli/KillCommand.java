package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code ingot kill} */
@Command(description = "Force virtual machines off, as by pulling the plug.")
final class KillCommand extends PowerCommand {
    KillCommand(Session session) {
        super(session);
    }

    @Override
    String act(VirtualMachine machine) {
        session().services().power().forceOff(machine.id());
        return machine.displayName() + (machine.isDisposable() ? " is gone." : " is off.");
    }

    @Override
    int afterAll(List<VirtualMachine> machines) {
        if (machines.stream().anyMatch(VirtualMachine::isDisposable)) {
            session().services().disposables().sweep(Duration.ZERO);
        }
        return ExitCode.DONE;
    }
}
