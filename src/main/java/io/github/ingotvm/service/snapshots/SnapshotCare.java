package io.github.ingotvm.service.snapshots;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.layers.StateDisks;
import io.github.ingotvm.service.names.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows, renames and deletes snapshots. */
public final class SnapshotCare {
    private final Context context;

    public SnapshotCare(Context context) {
        this.context = context;
    }

    /** The machine's snapshots as a tree, depth first, siblings by age. */
    public List<SnapshotNode> tree(MachineId id) {
        Scan scan = Scan.of(context.hypervisor());
        VirtualMachine machine = scan.machines().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseGet(() -> context.inventory().require(id));
        List<SnapshotNode> nodes = new ArrayList<>();
        List<Snapshot> all = scan.snapshotsOf(id);
        List<SnapshotId> known = all.stream().map(Snapshot::id).toList();
        all.stream()
                .filter(s -> s.parent().isEmpty() || !known.contains(s.parent().get()))
                .sorted((a, b) -> a.created().compareTo(b.created()))
                .forEach(root -> addWithChildren(root, 0, all, machine, scan, nodes));
        return nodes;
    }

    private static void addWithChildren(
            Snapshot snapshot,
            int depth,
            List<Snapshot> all,
            VirtualMachine machine,
            Scan scan,
            List<SnapshotNode> nodes) {
        LayerGraph graph = new LayerGraph(scan);
        Set<String> frozen = frozen(snapshot);
        List<String> clones = graph.standingOn(frozen, machine).stream()
                .map(VirtualMachine::displayName)
                .toList();
        long size = frozen.stream()
                .map(scan.volumes()::get)
                .mapToLong(v -> v == null ? 0 : v.allocation())
                .sum();
        Snapshot seen = snapshot.current() && !standsOn(machine, snapshot, graph) ? snapshot.asPast() : snapshot;
        nodes.add(new SnapshotNode(seen, depth, machine.mark().golden(snapshot.id()), size, clones));
        all.stream()
                .filter(s -> s.parent().equals(Optional.of(snapshot.id())))
                .sorted((a, b) -> a.created().compareTo(b.created()))
                .forEach(child -> addWithChildren(child, depth + 1, all, machine, scan, nodes));
    }

    /** A clone that was updated stands on its golden image again; the hypervisor still calls current what it stood on before. */
    private static boolean standsOn(VirtualMachine machine, Snapshot snapshot, LayerGraph graph) {
        Optional<String> layer = snapshot.hardware().writableDisks().stream()
                .findFirst()
                .filter(d -> snapshot.kind() == Snapshot.Kind.EXTERNAL)
                .flatMap(Disk::source);
        return layer.isEmpty()
                || NamedFiles.writableRoots(machine).stream()
                        .anyMatch(image -> graph.chain(image).contains(layer.get()));
    }

    private static Set<String> frozen(Snapshot snapshot) {
        Set<String> frozen = new LinkedHashSet<>();
        snapshot.hardware().writableDisks().stream().map(Disk::source).forEach(s -> s.ifPresent(frozen::add));
        return frozen;
    }

    /** Gives a snapshot another name and note. {@code EXISTS} when another one of the machine has the name. */
    public Snapshot describe(MachineId id, SnapshotId snapshot, String name, String note) {
        return context.lock().onMachine(id, () -> {
            String checked = Names.checked(name, "snapshot");
            context.inventory().require(id, snapshot);
            boolean taken = context.inventory().snapshots(id).stream()
                    .anyMatch(s -> s.name().equals(checked) && !s.id().equals(snapshot));
            if (taken) {
                throw new IngotException(
                        Kind.EXISTS, "There is already a snapshot called \"" + checked + "\"; choose another name.");
            }
            context.hypervisor().snapshots().describe(id, snapshot, checked, note);
            return context.inventory().require(id, snapshot);
        });
    }

    /**
     * Deletes a snapshot: its record, then those of its files that nothing else needs. The machine and its other snapshots keep what
     * they contain.
     *
     * @throws IngotException {@code IN_USE} for a golden one
     */
    public void delete(MachineId id, SnapshotId snapshotId) {
        Set<String> candidates = context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().require(id);
            Snapshot snapshot = context.inventory().require(id, snapshotId);
            requireNotGolden(machine, snapshot);
            if (snapshot.kind() == Snapshot.Kind.INTERNAL) {
                throw new IngotException(
                        Kind.UNSUPPORTED,
                        "\"" + snapshot.name()
                                + "\" lies inside the disk image; delete it with the tool that made it.");
            }
            LayerGraph graph = new LayerGraph(Scan.of(context.hypervisor()));
            Set<String> files = new LinkedHashSet<>();
            graph.roots(snapshot).forEach(r -> files.addAll(graph.chain(r)));
            context.hypervisor().snapshots().forget(id, snapshotId);
            return files;
        });
        context.layers().dropUnneeded(candidates);
    }

    private void requireNotGolden(VirtualMachine machine, Snapshot snapshot) {
        Optional<GoldenVersion> golden = machine.mark().golden(snapshot.id());
        if (golden.isPresent()) {
            throw new IngotException(
                    Kind.IN_USE,
                    "\"" + snapshot.name() + "\" is golden image "
                            + golden.get().label() + " of " + machine.displayName() + "; demote it first.",
                    List.of(machine.displayName() + " " + golden.get().label()),
                    null);
        }
    }

    /** Bytes on the host's disk of a machine's own images, present and frozen. */
    public long size(MachineId id) {
        Scan scan = Scan.of(context.hypervisor());
        VirtualMachine machine = context.inventory().require(id);
        return new LayerGraph(scan)
                .ownImages(machine).stream()
                        .map(scan.volumes()::get)
                        .mapToLong(v -> v == null ? 0 : v.allocation())
                        .sum();
    }

    /** All volumes of a snapshot's chains that are known. */
    public static List<Volume> layers(Scan scan, Snapshot snapshot) {
        LayerGraph graph = new LayerGraph(scan);
        return StateDisks.of(snapshot.hardware(), scan).stream()
                .flatMap(d -> d.source().stream())
                .flatMap(p -> graph.chain(p).stream())
                .distinct()
                .flatMap(p -> Optional.ofNullable(scan.volumes().get(p)).stream())
                .toList();
    }
}
