package io.github.ingotvm.cli;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.TpmNotes;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot snapshot revert} */
@Command(
        description = {
            "Take a virtual machine back to one of its snapshots.",
            "What it is now is gone then, unless --keep makes a snapshot of it first."
        })
final class SnapshotRevertCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(index = "1", paramLabel = "SNAPSHOT", description = "Its name.")
    private String snapshot = "";

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            arity = "0..1",
            fallbackValue = "",
            description = "First take a snapshot of the present state; it may have a name.")
    private Optional<String> keep = Optional.empty();

    SnapshotRevertCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().settledMachine(vm);
        Snapshot to = session().snapshot(machine, snapshot);
        Optional<String> keepAs = keep.map(k -> k.isEmpty() ? "Before reverting " + Times.local(Instant.now()) : k);
        session().services().reverter().revert(machine.id(), to.id(), keepAs).settle();
        session()
                .say(machine.displayName() + " is back at " + Words.quoted(to.name()) + "."
                        + keepAs.map(k -> " What it was is kept as " + Words.quoted(k) + ".")
                                .orElse(""));
        TpmNotes.onRevert(machine, to).ifPresent(session()::note);
        return ExitCode.DONE;
    }
}
