package io.github.ingotvm.service.check;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.Finding.Kind;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.layers.Drift;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.layers.StandStill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What is wrong, by one {@link Scan}. */
final class Diagnosis {
    private final Scan scan;
    private final LayerGraph graph;
    private final boolean quiet;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Needs> broken = new LinkedHashMap<>();

    /** @param quiet whether no work of Ingot was under way at the scan, so that nothing was in the making */
    Diagnosis(Scan scan, boolean quiet) {
        this.scan = scan;
        this.graph = new LayerGraph(scan);
        this.quiet = quiet;
    }

    /** The worst first. */
    List<Finding> findings() {
        for (VirtualMachine machine : scan.machines()) {
            missing(machine.displayName(), machine, NamedFiles.images(machine));
            String before = "the former state of " + machine.displayName();
            machine.mark()
                    .former()
                    .ifPresent(
                            f -> missing(before, machine, Set.copyOf(f.disks().values())));
            for (Snapshot snapshot : scan.snapshotsOf(machine.id())) {
                String who = "\"" + snapshot.name() + "\" of " + machine.displayName();
                missing(who, machine, NamedFiles.vital(snapshot));
            }
            golden(machine);
            halfMade(machine);
            if (quiet && StandStill.holds(machine)) { // else its snapshot may be under way
                findings.add(leftPaused(machine));
            }
            writesToLayer(machine);
        }
        broken.forEach((path, needs) -> findings.add(needs.finding(path)));
        leftovers();
        findings.sort(Comparator.comparing(Finding::kind));
        return findings;
    }

    private void missing(String who, VirtualMachine machine, Set<String> roots) {
        for (String root : roots) {
            graph.missing(root)
                    .ifPresent(path -> broken.computeIfAbsent(path, p -> new Needs(machine, new ArrayList<>()))
                            .who()
                            .add(who));
        }
    }

    /** What needs a file that is gone: with many clones of one image these are many, and yet one thing to put right. */
    private record Needs(VirtualMachine first, List<String> who) {
        private static final int MOST = 3;

        /** The first of them, and how many more there are. */
        static String named(List<String> who) {
            int others = who.size() - MOST;
            String named = String.join(", ", who.subList(0, Math.min(MOST, who.size())));
            return others > 0 ? named + " and " + others + " more" : named;
        }

        Finding finding(String path) {
            String whose = named(who);
            return Finding.of(
                    Kind.BROKEN_CHAIN,
                    path,
                    first,
                    "The file " + path + " is gone; it is needed by " + whose + ". Restore it from a backup.");
        }
    }

    private void golden(VirtualMachine machine) {
        for (GoldenVersion version : machine.mark().golden()) {
            String who = "golden image " + version.label() + " of " + machine.displayName();
            boolean there = scan.snapshotsOf(machine.id()).stream().anyMatch(s -> s.id().equals(version.snapshot()));
            if (!there) {
                findings.add(Finding.of(
                        Kind.GOLDEN_LOST,
                        machine,
                        "The snapshot of " + who
                                + " is gone; restore that version, which records it anew where its files are"
                                + " there, or " + GoldenImages.wayToGiveUp(machine) + "."));
            }
            for (String path : Drift.of(version, scan.volumes())) {
                findings.add(Finding.of(
                        Kind.GOLDEN_CHANGED,
                        path,
                        machine,
                        "The file " + path + " of " + who + " looks changed or is gone" + onIt(machine, version)
                                + "; verify it, and restore the file."));
            }
        }
    }

    /** Whom it concerns. */
    private String onIt(VirtualMachine machine, GoldenVersion version) {
        List<String> clones = scan.machines().stream()
                .filter(m -> m.mark()
                        .lineage()
                        .filter(l -> l.linked()
                                && l.source().equals(machine.id())
                                && l.version().equals(OptionalInt.of(version.number())))
                        .isPresent())
                .map(VirtualMachine::displayName)
                .toList();
        return clones.isEmpty()
                ? ""
                : ", and " + Needs.named(clones) + (clones.size() == 1 ? " stands" : " stand") + " on it";
    }

    private void halfMade(VirtualMachine machine) {
        boolean stuck =
                machine.mark().install().state() == Install.State.FINISHING && machine.state() == PowerState.OFF;
        if (stuck) {
            findings.add(Finding.of(
                    Kind.HALF_MADE,
                    machine,
                    "The end of the installation of " + machine.displayName()
                            + " was interrupted; mark it as installed to complete it."));
        }
    }

    static Finding leftPaused(VirtualMachine machine) {
        return Finding.of(
                Kind.LEFT_PAUSED,
                machine,
                machine.displayName() + " stands still since a snapshot of it was interrupted; resume it.");
    }

    private void writesToLayer(VirtualMachine machine) {
        for (String image : NamedFiles.writableRoots(machine)) {
            graph.frozenBy(image)
                    .ifPresent(by -> findings.add(Finding.of(
                            Kind.WRITES_TO_LAYER,
                            machine,
                            machine.displayName() + " would write to " + image + ", which " + by
                                    + " needs unchanged; do not start it, revert it to a snapshot instead.")));
        }
    }

    private void leftovers() {
        List<Volume> unneeded = graph.unneeded();
        if (!quiet && !unneeded.isEmpty()) {
            unseen(
                    "Work is under way, so it cannot be told yet which files are left over; check again when it is done.");
            return;
        }
        Optional<String> doubt = graph.doubt();
        doubt.ifPresent(d -> unseen("It cannot be proved which files are not needed: " + d + "."));
        unneeded.forEach(v -> findings.add(leftover(v, doubt.isEmpty())));
    }

    private void unseen(String sentence) {
        findings.add(new Finding(Kind.UNSEEN, "storage", sentence, false, 0, Optional.empty()));
    }

    /** @param proved whether it may be removed */
    static Finding leftover(Volume volume, boolean proved) {
        return new Finding(
                Kind.UNREFERENCED,
                volume.path(),
                "Nothing needs the file " + volume.path()
                        + (proved ? "; it can be removed." : ", as far as can be seen."),
                proved,
                volume.allocation(),
                Optional.empty());
    }
}
