package io.github.ingotvm.ui.space;

import io.github.ingotvm.model.LayerMerge;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.SpaceReport;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.work.Part;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.MachineRows;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.ArrayList;
import java.util.List;

/** Compacts machines and detaches clones: asks with what it would do, shows how far it is, and says what came of it. */
public final class Shrinking {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;

    public Shrinking(Services services, MachineStore store, Tools tools) {
        this.services = services;
        this.store = store;
        this.tools = tools;
    }

    /** Shows what can be merged in each, and merges it when that is accepted. */
    public void compact(List<VirtualMachine> machines) {
        tools.background()
                .run(
                        () -> machines.stream()
                                .map(m ->
                                        new CompactPlan(m, services.compactor().plan(m.id())))
                                .toList(),
                        this::ask,
                        tools.notices()::error);
    }

    private void ask(List<CompactPlan> plans) {
        List<MachineId> possible = plans.stream()
                .filter(CompactPlan::isPossible)
                .map(p -> p.machine().id())
                .toList();
        String who = called(plans.stream().map(CompactPlan::machine).toList());
        Sheet sheet = new Sheet("Compact " + who, "Compact")
                .with(
                        Fields.hint("Layers that nothing needs any more are merged into those above them. What the"
                                + " machines contain never changes; those that run go on meanwhile."),
                        MachineRows.of(
                                plans.stream().map(CompactPlan::machine).toList(),
                                plans.stream().map(CompactPlan::words).toList()));
        if (possible.isEmpty()) {
            sheet.acceptWord().set("Close");
            sheet.withoutCancel();
        } else {
            sheet.onAccept(() -> {
                tools.works().start("Compacting " + who, p -> compactAll(possible, p), this::compacted);
                return true;
            });
        }
        tools.sheets().open(sheet);
    }

    private List<LayerMerge> compactAll(List<MachineId> machines, Progress progress) {
        List<LayerMerge> merged = new ArrayList<>();
        for (int i = 0; i < machines.size(); i++) {
            progress.check();
            merged.addAll(services.compactor().compact(machines.get(i), Part.of(progress, i, machines.size())));
        }
        return merged;
    }

    private void compacted(List<LayerMerge> merged) {
        int layers = merged.stream().mapToInt(m -> m.layers().size()).sum();
        long bytes = merged.stream().mapToLong(LayerMerge::bytes).sum();
        tools.notices().good("Merged " + Formats.count(layers, "layer", "layers") + ", " + Formats.size(bytes) + ".");
    }

    /** Says what it takes, and makes linked clones independent when that is accepted. */
    public void detach(List<VirtualMachine> clones) {
        tools.background().run(services.space()::report, report -> ask(clones, report), tools.notices()::error);
    }

    private void ask(List<VirtualMachine> clones, SpaceReport report) {
        List<String> words = clones.stream()
                .map(c -> report.of(c.id())
                        .map(m -> "up to " + Formats.size(m.use().shared()) + " more on the disk")
                        .orElse(""))
                .toList();
        String who = called(clones);
        Sheet sheet = new Sheet("Detach " + who, "Detach")
                .with(
                        Fields.hint((clones.size() == 1 ? "The clone becomes" : "The clones become")
                                + " independent of the golden image: the disks take in everything they stand on. Updates"
                                + " and resets are not offered any more. What runs goes on meanwhile."),
                        MachineRows.of(clones, words))
                .onAccept(() -> {
                    tools.works().start("Detaching " + who, progress -> detachAll(clones, progress), this::detached);
                    return true;
                });
        tools.sheets().open(sheet);
    }

    private List<VirtualMachine> detachAll(List<VirtualMachine> clones, Progress progress) {
        List<VirtualMachine> detached = new ArrayList<>();
        for (int i = 0; i < clones.size(); i++) {
            progress.check();
            detached.add(services.detacher().detach(clones.get(i).id(), Part.of(progress, i, clones.size())));
        }
        return detached;
    }

    private void detached(List<VirtualMachine> clones) {
        clones.forEach(store::learn);
        tools.notices()
                .good((clones.size() == 1 ? called(clones) + " depends" : called(clones) + " depend")
                        + " on nothing any more.");
    }

    private static String called(List<VirtualMachine> machines) {
        return machines.size() == 1
                ? "“" + Formats.brief(machines.get(0).displayName()) + "”"
                : Formats.count(machines.size(), "machine", "machines");
    }
}
