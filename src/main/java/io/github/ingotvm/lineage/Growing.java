package io.github.ingotvm.lineage;

import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Grows the trees from what machines and snapshots say of where they came from. */
final class Growing {
    private final Map<MachineId, VirtualMachine> machines = new LinkedHashMap<>();
    private final Map<MachineId, List<Snapshot>> snapshots;
    private final int stack;
    private final Set<String> open;
    /** Clones by the key of what they came from. */
    private final Map<String, List<VirtualMachine>> clones = new LinkedHashMap<>();

    private final Set<MachineId> placed = new HashSet<>();

    Growing(Collection<VirtualMachine> all, Map<MachineId, List<Snapshot>> snapshots, int stack, Set<String> open) {
        this.snapshots = snapshots;
        this.stack = stack;
        this.open = open;
        all.forEach(m -> machines.put(m.id(), m));
        all.forEach(m -> m.mark()
                .lineage()
                .ifPresent(l -> clones.computeIfAbsent(parent(l), k -> new ArrayList<>())
                        .add(m)));
    }

    Forest forest() {
        List<Node> roots = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        for (VirtualMachine machine : machines.values()) {
            Optional<Lineage> lineage = machine.mark().lineage();
            if (lineage.isEmpty()) {
                roots.add(machine(machine, Kin.OWN));
            } else if (!machines.containsKey(lineage.get().source()) && gone.add(parent(lineage.get()))) {
                String key = parent(lineage.get());
                roots.add(new Node(key, new Subject.Gone(lineage.get()), Kin.OWN, clonesOf(key)));
            }
        }
        // Two that say to have come from each other: whatever the truth is, both must be seen.
        machines.values().stream()
                .filter(m -> !placed.contains(m.id()))
                .toList()
                .forEach(m -> {
                    if (!placed.contains(m.id())) {
                        roots.add(machine(m, Kin.OWN));
                    }
                });
        return new Forest(roots);
    }

    /** Where a clone hangs: on the snapshot, on the machine where that is gone, on what is left in memory where both are. */
    private String parent(Lineage lineage) {
        if (!machines.containsKey(lineage.source())) {
            return "gone " + lineage.source() + " " + lineage.snapshot();
        }
        boolean there = snapshots.getOrDefault(lineage.source(), List.of()).stream()
                .anyMatch(s -> s.id().equals(lineage.snapshot()));
        return there ? key(lineage.source(), lineage.snapshot()) : Forest.key(lineage.source());
    }

    static String key(MachineId id, SnapshotId snapshot) {
        return "snapshot " + id + " " + snapshot;
    }

    private Node machine(VirtualMachine machine, Kin kin) {
        placed.add(machine.id());
        List<Node> children = new ArrayList<>(snapshotsOn(machine, Optional.empty()));
        children.addAll(clonesOf(Forest.key(machine.id())));
        return new Node(Forest.key(machine.id()), new Subject.Machine(machine), kin, children);
    }

    private List<Node> snapshotsOn(VirtualMachine machine, Optional<SnapshotId> parent) {
        List<Snapshot> all = snapshots.getOrDefault(machine.id(), List.of());
        Set<SnapshotId> ids = new HashSet<>();
        all.forEach(s -> ids.add(s.id()));
        return all.stream()
                .filter(s -> s.parent().filter(ids::contains).equals(parent))
                .map(s -> snapshot(machine, s))
                .toList();
    }

    private Node snapshot(VirtualMachine machine, Snapshot snapshot) {
        String key = key(machine.id(), snapshot.id());
        var golden = machine.mark().golden(snapshot.id());
        boolean current = golden.isPresent() && golden.equals(machine.currentGolden());
        List<Node> children = new ArrayList<>(clonesOf(key));
        children.addAll(snapshotsOn(machine, Optional.of(snapshot.id())));
        return new Node(key, new Subject.Frozen(machine, snapshot, golden, current), Kin.OWN, children);
    }

    private List<Node> clonesOf(String key) {
        List<Node> children = new ArrayList<>();
        for (Kin kin : List.of(Kin.LINKED, Kin.COPIED)) {
            List<Node> alike = clones.getOrDefault(key, List.of()).stream()
                    .filter(c -> kin(c) == kin && !placed.contains(c.id()))
                    .map(c -> machine(c, kin))
                    .toList();
            children.addAll(stacked(alike, key + " " + kin, kin));
        }
        return children;
    }

    private static Kin kin(VirtualMachine clone) {
        return clone.mark().lineage().filter(Lineage::linked).isPresent() ? Kin.LINKED : Kin.COPIED;
    }

    private List<Node> stacked(List<Node> clones, String key, Kin kin) {
        List<VirtualMachine> plain = clones.stream()
                .filter(n -> n.children().isEmpty())
                .map(n -> ((Subject.Machine) n.subject()).machine())
                .toList();
        if (plain.size() < stack || open.contains(key)) {
            return clones;
        }
        List<Node> nodes = new ArrayList<>(
                clones.stream().filter(n -> !n.children().isEmpty()).toList());
        nodes.add(new Node(key, new Subject.Stack(plain), kin, List.of()));
        return nodes;
    }
}
