package io.github.ingotvm.cli;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot snapshot rename} */
@Command(description = "Give a snapshot another name or note.")
final class SnapshotRenameCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(index = "1", paramLabel = "SNAPSHOT", description = "Its name.")
    private String snapshot = "";

    @Parameters(index = "2", paramLabel = "NEW", description = "The new name; any text.")
    private String name = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "A new note too.")
    private Optional<String> note = Optional.empty();

    SnapshotRenameCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().machine(vm);
        Snapshot old = session().snapshot(machine, snapshot);
        Snapshot renamed =
                session().services().snapshots().describe(machine.id(), old.id(), name, note.orElse(old.note()));
        session().say(Words.quoted(old.name()) + " is now called " + Words.quoted(renamed.name()) + ".");
        return ExitCode.DONE;
    }
}
