package io.github.ingotvm.service;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.Finding.Kind;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Check: looks at the whole connection, names what is wrong, and removes what is proved to be needed by nothing. */
public final class Doctor {
    private final Context context;

    Doctor(Context context) {
        this.context = context;
    }

    /** Looks; changes nothing. */
    public List<Finding> check() {
        return findings(Scan.of(context.hypervisor()));
    }

    /**
     * Removes the unreferenced files that Ingot made.
     *
     * @return what was found before; those that were fixable are gone now unless removing failed
     * @throws IngotException {@code WRONG_STATE} when part of the storage cannot be seen, so that nothing can be proved
     */
    public List<Finding> fix() {
        return context.lock().alone(() -> {
            Scan scan = Scan.of(context.hypervisor());
            LayerGraph graph = new LayerGraph(scan);
            Optional<String> doubt = graph.doubt();
            if (doubt.isPresent()) {
                throw new IngotException(
                        IngotException.Kind.WRONG_STATE,
                        "Nothing was removed, because " + doubt.get() + ", then try again.");
            }
            List<Finding> found = findings(scan);
            context.layers().remove(graph.unneeded(), graph);
            return found;
        });
    }

    private static List<Finding> findings(Scan scan) {
        LayerGraph graph = new LayerGraph(scan);
        List<Finding> findings = new ArrayList<>();
        for (VirtualMachine machine : scan.machines()) {
            broken(machine.displayName(), LayerGraph.writableRoots(machine), graph, findings);
            machine.mark()
                    .former()
                    .ifPresent(f -> broken(
                            "the former state of " + machine.displayName(),
                            Set.copyOf(f.disks().values()),
                            graph,
                            findings));
            for (Snapshot snapshot : scan.snapshotsOf(machine.id())) {
                String who = "\"" + snapshot.name() + "\" of " + machine.displayName();
                broken(who, LayerGraph.vital(snapshot), graph, findings);
            }
            golden(machine, scan, findings);
            halfMade(machine, findings);
            writesToLayer(machine, graph, findings);
        }
        boolean proved = graph.doubt().isEmpty();
        graph.doubt()
                .ifPresent(d -> findings.add(new Finding(
                        Kind.UNSEEN, "storage", "It cannot be proved which files are not needed: " + d + ".", false)));
        for (Volume volume : graph.unneeded()) {
            findings.add(new Finding(
                    Kind.UNREFERENCED,
                    volume.path(),
                    "Nothing needs the file " + volume.path() + "; `ingot check --fix` removes it.",
                    proved));
        }
        return findings;
    }

    private static void broken(String who, Set<String> roots, LayerGraph graph, List<Finding> findings) {
        for (String root : roots) {
            graph.missing(root)
                    .ifPresent(path -> findings.add(new Finding(
                            Kind.BROKEN_CHAIN,
                            who,
                            who + " needs the file " + path + ", which is gone; restore it from a backup.",
                            false)));
        }
    }

    private static void golden(VirtualMachine machine, Scan scan, List<Finding> findings) {
        for (GoldenVersion version : machine.mark().golden()) {
            String who = "golden image " + version.label() + " of " + machine.displayName();
            boolean there = scan.snapshotsOf(machine.id()).stream().anyMatch(s -> s.id().equals(version.snapshot()));
            if (!there) {
                findings.add(new Finding(
                        Kind.GOLDEN_LOST,
                        machine.displayName(),
                        "The snapshot of " + who + " is gone; demote that version.",
                        false));
            }
            for (String path : GoldenImages.changed(version, scan)) {
                findings.add(new Finding(
                        Kind.GOLDEN_CHANGED,
                        path,
                        "The layer " + path + " of " + who
                                + " was changed or removed since its promotion; do not clone from it, and restore the file.",
                        false));
            }
        }
    }

    private static void halfMade(VirtualMachine machine, List<Finding> findings) {
        boolean stuck =
                machine.mark().install().state() == Install.State.FINISHING && machine.state() == PowerState.OFF;
        if (stuck) {
            findings.add(new Finding(
                    Kind.HALF_MADE,
                    machine.displayName(),
                    "The end of the installation of " + machine.displayName()
                            + " was interrupted; `ingot installed` completes it.",
                    false));
        }
    }

    private static void writesToLayer(VirtualMachine machine, LayerGraph graph, List<Finding> findings) {
        for (String image : LayerGraph.writableRoots(machine)) {
            graph.frozenBy(image)
                    .ifPresent(by -> findings.add(new Finding(
                            Kind.WRITES_TO_LAYER,
                            machine.displayName(),
                            machine.displayName() + " would write to " + image + ", which " + by
                                    + " needs unchanged; do not start it, revert it to a snapshot instead.",
                            false)));
        }
    }
}
