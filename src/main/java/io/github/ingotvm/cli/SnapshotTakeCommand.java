package io.github.ingotvm.cli;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.TpmNotes;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.space.SpaceAccount;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot snapshot take} */
@Command(description = "Take a snapshot, whether the virtual machine runs or not.")
final class SnapshotTakeCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "What to call the snapshot; else the time.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "What it is for.")
    private String note = "";

    @Option(names = "--memory", description = "Keep the memory of the running machine too.")
    private boolean memory;

    @Option(names = "--json", description = "Print the new snapshot as JSON.")
    private boolean json;

    SnapshotTakeCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().settledMachine(vm);
        String called = name.orElseGet(() -> "Snapshot " + Times.local(Instant.now()));
        Snapshot taken =
                session().services().snapshotter().take(machine.id(), new Snapshotter.Request(called, note, memory));
        if (json) {
            Json.print(session().terminal().out(), j -> new SnapshotJson(j).write(taken));
        } else {
            session()
                    .say("Took " + Words.quoted(taken.name()) + " of " + machine.displayName() + " ("
                            + Words.consistency(taken) + ").");
        }
        TpmNotes.onSnapshot(machine, memory).ifPresent(session()::note);
        int depth = session().services().space().depth(machine.id());
        if (depth > SpaceAccount.MANY_LAYERS) {
            session()
                    .note(
                            machine.displayName() + " stands on " + (depth - 1)
                                    + " layers, which slows it down; delete snapshots you no longer need, then `ingot compact` it.");
        }
        return ExitCode.DONE;
    }
}
