package io.github.ingotvm.service.context;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.lineage.Forest;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds machines and snapshots by what people call them. */
public final class Inventory {
    private final Hypervisor hypervisor;

    Inventory(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    /** All machines by name, case ignored; with the golden images whose machines were deleted. */
    public List<VirtualMachine> machines() {
        return sorted(hypervisor.machines().list());
    }

    public List<VirtualMachine> sorted(Collection<VirtualMachine> machines) {
        return machines.stream()
                .sorted(Comparator.comparing(VirtualMachine::displayName, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(m -> m.id().toString()))
                .toList();
    }

    public Optional<VirtualMachine> find(MachineId id) {
        return hypervisor.machines().find(id);
    }

    /** The machine or golden image, or {@code NOT_FOUND}. */
    public VirtualMachine require(MachineId id) {
        return find(id).orElseThrow(() ->
                new IngotException(Kind.NOT_FOUND, "This virtual machine is gone; somebody else may have deleted it."));
    }

    /** The same, but not a golden image whose machine was deleted: {@code WRONG_STATE}. */
    public VirtualMachine requireMachine(MachineId id) {
        VirtualMachine machine = require(id);
        Refusals.requireMachine(machine);
        return machine;
    }

    /**
     * What has the golden image with this UUID or name. A name that nothing golden has is looked for among the machines, to be told what
     * they lack.
     *
     * @throws IngotException {@code NOT_FOUND}, or {@code INVALID} when several are called so
     */
    public VirtualMachine resolveImage(String reference) {
        List<VirtualMachine> golden =
                machines().stream().filter(m -> m.currentGolden().isPresent()).toList();
        return one(golden, m -> m.id().toString().equalsIgnoreCase(reference), reference)
                .or(() -> one(golden, m -> m.goldenName().equals(reference), reference))
                .or(() -> one(golden, m -> m.displayName().equals(reference), reference))
                .orElseGet(() -> resolve(reference));
    }

    /**
     * The machine with this UUID, name or title.
     *
     * @throws IngotException {@code NOT_FOUND}, or {@code INVALID} when several are called so
     */
    public VirtualMachine resolve(String reference) {
        List<VirtualMachine> all = machines();
        return one(all, m -> m.id().toString().equalsIgnoreCase(reference), reference)
                .or(() -> one(all, m -> m.name().equals(reference), reference))
                .or(() -> one(all, m -> m.title().equals(reference), reference))
                .or(() -> one(
                        all,
                        m -> !reference.isEmpty() && m.mark().series().name().equals(reference),
                        reference))
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        "There is no virtual machine called \"" + reference
                                + "\"; `ingot list` shows those there are."));
    }

    private static Optional<VirtualMachine> one(
            Collection<VirtualMachine> all, Predicate<VirtualMachine> which, String reference) {
        List<VirtualMachine> found = all.stream().filter(which).toList();
        if (found.size() > 1) {
            throw new IngotException(
                    Kind.INVALID,
                    "Several virtual machines are called \"" + reference + "\"; use one of their UUIDs: "
                            + found.stream().map(m -> m.id().toString()).collect(Collectors.joining(", ")));
        }
        return found.stream().findFirst();
    }

    /** The machine's snapshots, parents before children. */
    public List<Snapshot> snapshots(MachineId id) {
        return hypervisor.snapshots().list(id);
    }

    /** What came from what, with many clones alike as one. */
    public Forest forest() {
        return forest(Forest.STACK, Set.of());
    }

    /**
     * The same.
     *
     * @param stack from how many on clones alike are one
     * @param open keys of such stacks whose clones are to be seen one by one
     */
    public Forest forest(int stack, Set<String> open) {
        List<VirtualMachine> machines = machines();
        return Forest.of(machines, hypervisor.snapshots().all(), stack, open);
    }

    /** The snapshot, or {@code NOT_FOUND}. */
    public Snapshot require(MachineId id, SnapshotId snapshot) {
        return hypervisor.snapshots().find(id, snapshot).orElseThrow(() -> gone(id, snapshot));
    }

    private IngotException gone(MachineId id, SnapshotId snapshot) {
        Optional<VirtualMachine> machine = find(id);
        String sentence = machine.flatMap(m -> m.mark().golden(snapshot))
                .map(v ->
                        "The snapshot of " + v.label() + " of " + machine.get().displayName()
                                + " is gone, deleted by another tool; restore that version, which records it anew.")
                .orElse("This snapshot is gone; somebody else may have deleted it.");
        return new IngotException(Kind.NOT_FOUND, sentence);
    }

    /** The snapshot of this name or hypervisor's name, or {@code NOT_FOUND}. */
    public Snapshot resolveSnapshot(VirtualMachine machine, String reference) {
        List<Snapshot> all = snapshots(machine.id());
        return all.stream()
                .filter(s -> s.name().equals(reference))
                .findFirst()
                .or(() -> all.stream()
                        .filter(s -> s.id().value().equals(reference))
                        .findFirst())
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        machine.displayName() + " has no snapshot called \"" + reference
                                + "\"; `ingot snapshot list` shows those it has."));
    }

    /**
     * The version that an update would bring a clone to: the current one of its golden image, where the clone came from another.
     *
     * @param machines all of them, as read together
     */
    public static Optional<GoldenVersion> update(VirtualMachine clone, Collection<VirtualMachine> machines) {
        Optional<Lineage> lineage =
                clone.mark().lineage().filter(l -> l.version().isPresent());
        return lineage.flatMap(l -> machines.stream()
                .filter(m -> m.id().equals(l.source()))
                .findFirst()
                .flatMap(VirtualMachine::currentGolden)
                .filter(g -> g.number() != l.version().getAsInt()));
    }
}
