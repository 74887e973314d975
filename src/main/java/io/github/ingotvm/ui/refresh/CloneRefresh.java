package io.github.ingotvm.ui.refresh;

import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Refresher;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.function.Function;

/** Updates and resets clones, and takes both back: asks with a preview, shows how far it is, and says what became of each. */
public final class CloneRefresh {
    private final Refresher refresher;
    private final Tools tools;

    public CloneRefresh(Refresher refresher, Tools tools) {
        this.refresher = refresher;
        this.tools = tools;
    }

    /** Shows what it would do to each, and does it when that is accepted. */
    public void open(List<VirtualMachine> clones, To to) {
        List<MachineId> ids = clones.stream()
                .sorted(MachineStore.BY_NAME)
                .map(VirtualMachine::id)
                .toList();
        tools.background()
                .run(
                        () -> refresher.preview(ids, to),
                        changes -> {
                            RefreshPreview preview = new RefreshPreview(changes, to);
                            tools.sheets()
                                    .open(new RefreshSheet(
                                            preview, (chosen, running) -> refresh(preview, chosen, running)));
                        },
                        tools.notices()::error);
    }

    private void refresh(RefreshPreview preview, List<MachineId> clones, Running running) {
        boolean reset = preview.isReset();
        String to = preview.target().map(t -> " to " + t).orElse("");
        run(
                (reset ? "Resetting " : "Updating ") + Formats.count(clones.size(), "clone", "clones"),
                progress -> refresher.refresh(clones, preview.to(), running, progress),
                new Report(clones.size(), reset ? "reset" : "updated", to));
    }

    /** Takes clones back to what they were; asks only what becomes of those that run. */
    public void undo(List<VirtualMachine> clones) {
        List<MachineId> ids = clones.stream().map(VirtualMachine::id).toList();
        int running = (int) clones.stream().filter(c -> c.state().isActive()).count();
        if (running == 0) {
            undo(ids, Running.REFUSE);
            return;
        }
        RunningChoice choice = new RunningChoice(running, running);
        String who = clones.size() == 1
                ? "“" + Formats.brief(clones.get(0).displayName()) + "”"
                : Formats.count(clones.size(), "clone", "clones");
        Sheet sheet = new Sheet("Undo the update of " + who, "Undo Update")
                .with(
                        Fields.hint(
                                "The system disk becomes what it was before. What it is now is kept in turn, and can be brought back in the same way."),
                        choice)
                .onAccept(() -> {
                    undo(ids, choice.running());
                    return true;
                });
        tools.sheets().open(sheet);
    }

    private void undo(List<MachineId> clones, Running running) {
        run(
                "Taking back " + Formats.count(clones.size(), "clone", "clones"),
                progress -> refresher.undo(clones, running, progress),
                new Report(clones.size(), "taken back", ""));
    }

    private void run(String title, Function<Progress, List<CloneOutcome>> work, Report report) {
        tools.works().start(title, work, outcomes -> {
            List<MachineId> changed = Report.changed(outcomes);
            if (!changed.isEmpty()) {
                tools.notices()
                        .undo(
                                report.done(outcomes),
                                () -> tools.background()
                                        .run(
                                                () -> refresher.undo(changed, again(outcomes), Progress.NONE),
                                                undone -> new Report(changed.size(), "taken back", "")
                                                        .failure(undone)
                                                        .ifPresent(tools.notices()::error),
                                                tools.notices()::error),
                                () -> {});
            }
            report.failure(outcomes).ifPresent(tools.notices()::error);
        });
    }

    /** Those that were started again after the work have just begun; nothing is lost by stopping them. */
    private static Running again(List<CloneOutcome> outcomes) {
        boolean runs = outcomes.stream().anyMatch(o -> o.machine().state().isActive());
        return runs ? new Running(Running.How.FORCE_OFF, java.time.Duration.ZERO, true) : Running.REFUSE;
    }

    /** Lets go of what clones were before; asks, for that cannot be brought back. */
    public void letGo(List<VirtualMachine> clones) {
        List<MachineId> ids = clones.stream().map(VirtualMachine::id).toList();
        String who = clones.size() == 1
                ? "“" + Formats.brief(clones.get(0).displayName()) + "”"
                : Formats.count(clones.size(), "clone", "clones");
        Sheet sheet = new Sheet("Let go of what " + who + " was before?", "Let Go")
                .dangerous()
                .with(Fields.hint("The last update or reset can no longer be undone; the space of the former system"
                        + " disk is freed."))
                .onAccept(() -> {
                    tools.background()
                            .run(
                                    () -> refresher.dropFormer(ids),
                                    outcomes -> new Report(ids.size(), "freed", "")
                                            .failure(outcomes)
                                            .ifPresentOrElse(
                                                    tools.notices()::error,
                                                    () -> tools.notices().good("The former state is gone.")),
                                    tools.notices()::error);
                    return true;
                });
        tools.sheets().open(sheet);
    }
}
