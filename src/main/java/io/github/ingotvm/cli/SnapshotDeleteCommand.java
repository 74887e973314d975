package io.github.ingotvm.cli;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ingot snapshot delete} */
@Command(description = "Delete a snapshot; the machine and its other snapshots keep what they contain.")
final class SnapshotDeleteCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(index = "1", paramLabel = "SNAPSHOT", description = "Its name.")
    private String snapshot = "";

    SnapshotDeleteCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().machine(vm);
        Snapshot gone = session().snapshot(machine, snapshot);
        session().services().snapshots().delete(machine.id(), gone.id());
        session().say("Deleted " + Words.quoted(gone.name()) + " of " + machine.displayName() + ".");
        return ExitCode.DONE;
    }
}
