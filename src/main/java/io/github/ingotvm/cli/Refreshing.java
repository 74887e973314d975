package io.github.ingotvm.cli;

import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Refresher.To;
import java.util.List;

/** What update and reset share. */
final class Refreshing {
    private final Session session;

    Refreshing(Session session) {
        this.session = session;
    }

    int run(CloneSelection selection, To to, RunningOptions running, boolean dryRun, boolean json) {
        List<MachineId> clones = selection.in(session);
        if (clones.isEmpty() && !json) {
            session.note("There are no linked clones of it.");
            return ExitCode.DONE;
        }
        if (dryRun) {
            new ClonePreview(session).print(session.services().refresher().preview(clones, to), json);
            return ExitCode.DONE;
        }
        List<CloneOutcome> outcomes;
        try (ProgressBar progress = session.progress()) {
            outcomes = session.services().refresher().refresh(clones, to, running.running(), progress);
        }
        return new CloneReport(session)
                .print(
                        outcomes,
                        m -> m.displayName() + " is " + (to instanceof To.Own ? "fresh on " : "on ") + version(m) + ".",
                        m -> m.displayName() + " is on " + version(m) + " already.",
                        json);
    }

    static String version(VirtualMachine clone) {
        return clone.mark()
                .lineage()
                .map(l -> l.version().isPresent() ? "v" + l.version().getAsInt() : Words.quoted(l.snapshotName()))
                .orElse("nothing");
    }
}
