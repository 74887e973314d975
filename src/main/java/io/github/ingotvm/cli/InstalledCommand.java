package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.InstallTracker;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot installed} */
@Command(
        description = {
            "Say that the installation of a virtual machine has ended.",
            "A running one is shut down; then Just Installed is taken and the disc removed."
        })
final class InstalledCommand extends Action {
    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long a running one may take to shut down (${DEFAULT-VALUE}).")
    private int wait;

    InstalledCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().machine(vm);
        InstallTracker installs = session().services().installs();
        if (installs.settle(machine.id()).isEmpty()) {
            installs.markInstalled(machine.id());
            new Waiting(session()).untilOff(List.of(machine), Duration.ofSeconds(wait));
            installs.settle(machine.id());
        }
        session().say(machine.displayName() + " is installed.");
        return ExitCode.DONE;
    }
}
