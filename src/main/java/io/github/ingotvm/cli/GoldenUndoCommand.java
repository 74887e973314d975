package io.github.ingotvm.cli;

import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.MachineId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingot golden undo} */
@Command(
        description = {
            "Take clones back to what they were before they were last updated or reset.",
            "What they were until now is kept in turn: another undo brings it back. --drop frees the space and ends that."
        })
final class GoldenUndoCommand extends Action {
    @Mixin
    private CloneSelection selection = new CloneSelection();

    @Option(names = "--drop", description = "Change nothing, and let go of what is kept for an undo.")
    private boolean drop;

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    GoldenUndoCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        List<MachineId> clones = selection.undoableIn(session());
        List<CloneOutcome> outcomes;
        try (ProgressBar progress = session().progress()) {
            outcomes = drop
                    ? session().services().refresher().dropFormer(clones)
                    : session().services().refresher().undo(clones, running.running(), progress);
        }
        return new CloneReport(session())
                .print(
                        outcomes,
                        m -> drop
                                ? "What " + m.displayName() + " was before is gone."
                                : m.displayName() + " is back on " + Refreshing.version(m) + ", as it was.",
                        m -> m.displayName() + " has nothing kept.",
                        json);
    }
}
