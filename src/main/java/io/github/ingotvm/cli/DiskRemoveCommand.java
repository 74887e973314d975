package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.machines.Deletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot disk remove} */
@Command(description = "Take a data disk from a virtual machine that is off, with what is on it.")
final class DiskRemoveCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(index = "1", paramLabel = "DISK", description = "As vdb.")
    private String disk = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    DiskRemoveCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().machine(vm);
        Deletion removal = session().services().disks().remove(machine.id(), disk);
        String what = disk + " of " + machine.displayName();
        if (!yes && !new Question(session()).isYes("Remove the disk " + what + " with what is on it?")) {
            session().note("Nothing was removed.");
            return ExitCode.FAILED;
        }
        removal.commit();
        session().say("Removed the disk " + what + ".");
        return ExitCode.DONE;
    }
}
