package io.github.ingotvm.ui.space;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.SpaceReport;
import io.github.ingotvm.model.SpaceReport.OfMachine;
import io.github.ingotvm.model.SpaceReport.OfSnapshot;
import io.github.ingotvm.model.SpaceUse;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.space.SpaceAccount;
import io.github.ingotvm.ui.common.Formats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A machine or one of its snapshots, with what it takes.
 *
 * @param depth files in the longest chain of the machine's disks
 * @param snapshot empty for the machine itself
 * @param snapshots how many the machine has
 * @param open whether its snapshots are shown below it
 * @param scale bytes that the longest of all bars stands for
 */
record SpaceLine(
        VirtualMachine machine,
        SpaceUse use,
        int depth,
        Optional<OfSnapshot> snapshot,
        int snapshots,
        boolean open,
        long scale) {
    /** The machines that take most first, each with its snapshots where they shall be shown. */
    static List<SpaceLine> of(SpaceReport report, Set<MachineId> open) {
        long scale = Math.max(
                1,
                report.machines().stream()
                        .mapToLong(m -> m.use().own() + m.use().shared())
                        .max()
                        .orElse(1));
        List<SpaceLine> lines = new ArrayList<>();
        report.machines().stream()
                .sorted(Comparator.comparingLong((OfMachine m) -> m.use().own()).reversed())
                .forEach(m -> {
                    boolean shown = open.contains(m.machine().id());
                    int number = m.snapshots().size();
                    lines.add(new SpaceLine(m.machine(), m.use(), m.depth(), Optional.empty(), number, shown, scale));
                    if (shown) {
                        m.snapshots()
                                .forEach(s -> lines.add(new SpaceLine(
                                        m.machine(), s.use(), m.depth(), Optional.of(s), 0, false, scale)));
                    }
                });
        return lines;
    }

    boolean isMachine() {
        return snapshot.isEmpty();
    }

    String name() {
        return snapshot.map(OfSnapshot::name).orElse(machine.displayName());
    }

    /** {@code v2}, of a snapshot that is golden. */
    Optional<String> golden() {
        return snapshot.flatMap(OfSnapshot::golden).map(g -> g.label());
    }

    /** Whether reading slows and people should be told. */
    boolean isDeep() {
        return isMachine() && depth >= SpaceAccount.MANY_LAYERS;
    }

    /** What there is to say beside the bar. */
    String facts() {
        List<String> facts = new ArrayList<>();
        if (use.shared() > 0) {
            facts.add("shares " + Formats.size(use.shared()));
        }
        facts.add(freed());
        facts.add("full copy up to " + Formats.size(use.full()));
        return String.join("  ·  ", facts);
    }

    private String freed() {
        return switch (use.kept()) {
            case NOTHING ->
                "frees " + Formats.size(use.freed()) + (golden().isPresent() ? " once retired" : " when deleted");
            case STOOD_ON -> "others stand on it: frees nothing";
            case FOREIGN -> "made by another tool: frees nothing";
            case UNPROVED -> "frees nothing while part of the storage cannot be seen";
        };
    }

    String spoken() {
        return (isMachine() ? "" : "Snapshot ") + name() + ", " + Formats.size(use.own()) + " own, "
                + facts().replace("  ·  ", ", ") + (isDeep() ? ", " + depth + " layers deep" : "");
    }
}
