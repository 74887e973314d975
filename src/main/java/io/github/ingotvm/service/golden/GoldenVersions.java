package io.github.ingotvm.service.golden;

import io.github.ingotvm.model.FormerState;
import io.github.ingotvm.model.GoldenComparison;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.snapshots.SnapshotCare;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks after golden images: what they are called, which version is current, how versions differ, and which have had their time. */
public final class GoldenVersions {
    private final Context context;
    private final GoldenImages images;
    private final SnapshotCare snapshots;

    public GoldenVersions(Context context, GoldenImages images, SnapshotCare snapshots) {
        this.context = context;
        this.images = images;
        this.snapshots = snapshots;
    }

    /**
     * Gives a machine's golden image a name and a note of its own.
     *
     * @param name an empty one lets it go by the machine's name again
     * @throws IngotException {@code NOT_FOUND} when the machine has none, {@code EXISTS} when another golden image has the name,
     *     {@code INVALID} for an empty name when its machine is gone
     */
    public void describe(MachineId id, String name, String note) {
        change(id, machine -> {
            GoldenImages.requireCurrent(machine);
            if (name.isBlank() && machine.isImageOnly()) {
                throw new IngotException(
                        Kind.INVALID,
                        machine.goldenName() + " has no machine any more whose name it could have; give it a name.");
            }
            String wanted = name.isBlank() ? "" : Names.checked(name, "golden image");
            requireFree(wanted, id);
            return machine.mark().series().named(wanted, note.strip());
        });
    }

    private void requireFree(String name, MachineId except) {
        boolean taken = !name.isEmpty()
                && context.inventory().machines().stream()
                        .filter(m -> !m.id().equals(except))
                        .anyMatch(m -> m.mark().series().name().equals(name));
        if (taken) {
            throw new IngotException(
                    Kind.EXISTS, "There is already a golden image called \"" + name + "\"; choose another name.");
        }
    }

    /** Says anew what a version brings. */
    public void note(MachineId id, int version, String note) {
        change(
                id,
                machine -> machine.mark()
                        .series()
                        .replaced(GoldenImages.require(machine, version).noted(note.strip())));
    }

    /** Makes a version the one that clones are cast from and updated to by default, until the next is promoted. */
    public void makeCurrent(MachineId id, int version) {
        change(id, machine -> {
            GoldenImages.require(machine, version);
            return machine.mark().series().pinned(version);
        });
    }

    private void change(MachineId id, Function<VirtualMachine, GoldenSeries> work) {
        context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().require(id);
            context.hypervisor().machines().setMark(id, machine.mark().with(work.apply(machine)));
            return 0;
        });
    }

    /**
     * Takes the golden mark from a version that nothing needs any more and deletes its snapshot. What other versions stand on stays.
     *
     * <p>One whose snapshot's record is gone may be the current one: the newest of the others is current then.
     *
     * @throws IngotException {@code IN_USE} while linked clones are on that version or may go back to it, {@code WRONG_STATE} for the
     *     current one, or the only one
     */
    public void retire(MachineId id, int version) {
        VirtualMachine machine = context.inventory().require(id);
        GoldenVersion golden = GoldenImages.require(machine, version);
        boolean there = context.inventory().snapshots(id).stream().anyMatch(s -> s.id().equals(golden.snapshot()));
        if (machine.mark().golden().size() == 1) {
            throw new IngotException(
                    Kind.WRONG_STATE,
                    golden.label() + " is the only version of " + machine.displayName() + "; "
                            + GoldenImages.wayToGiveUp(machine) + " instead.");
        }
        if (there && machine.currentGolden().filter(golden::equals).isPresent()) {
            throw new IngotException(
                    Kind.WRONG_STATE,
                    golden.label() + " is the current version of " + machine.displayName()
                            + "; make another one current first.");
        }
        List<String> needing = neededBy(machine, golden, context.inventory().machines());
        if (!needing.isEmpty()) {
            throw new IngotException(
                    Kind.IN_USE,
                    golden.label() + " of " + machine.displayName() + " cannot be retired: "
                            + String.join(", ", needing) + (needing.size() == 1 ? " is" : " are")
                            + " on it; update the clones first, and drop their undo.",
                    needing,
                    null);
        }
        images.unmark(id, version);
        if (there) {
            snapshots.delete(id, golden.snapshot());
        } else {
            context.layers()
                    .dropUnneeded(golden.seals().stream().map(Seal::path).toList());
        }
    }

    /** The versions of a machine that nothing needs: not the current one, and no linked clone is or was on them. */
    public List<GoldenVersion> unneeded(VirtualMachine machine, Collection<VirtualMachine> all) {
        return machine.mark().golden().stream()
                .filter(g -> machine.currentGolden().filter(g::equals).isEmpty())
                .filter(g -> neededBy(machine, g, all).isEmpty())
                .toList();
    }

    private static List<String> neededBy(VirtualMachine machine, GoldenVersion golden, Collection<VirtualMachine> all) {
        return all.stream()
                .filter(m -> !m.isImageOnly())
                .filter(m -> Stream.concat(
                                m.mark().lineage().stream(), m.mark().former().map(FormerState::lineage).stream())
                        .anyMatch(l -> l.linked()
                                && l.source().equals(machine.id())
                                && l.snapshot().equals(golden.snapshot())))
                .map(VirtualMachine::displayName)
                .toList();
    }

    /** How two versions differ, told from their definitions and layers alone. {@code NOT_FOUND} when a version or its snapshot is gone. */
    public GoldenComparison compare(MachineId id, int from, int to) {
        Scan scan = Scan.of(context.hypervisor());
        VirtualMachine machine = context.inventory().require(id);
        Snapshot before = snapshot(machine, from, scan);
        Snapshot after = snapshot(machine, to, scan);
        return new GoldenComparison(
                GoldenImages.require(machine, from),
                GoldenImages.require(machine, to),
                new HardwareComparison(scan.volumes()).changes(before.hardware(), after.hardware()),
                differing(layers(before, scan), layers(after, scan), scan));
    }

    private static Snapshot snapshot(VirtualMachine machine, int version, Scan scan) {
        GoldenVersion golden = GoldenImages.require(machine, version);
        return scan.snapshotsOf(machine.id()).stream()
                .filter(s -> s.id().equals(golden.snapshot()))
                .findFirst()
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        "The snapshot of " + golden.label() + " of " + machine.displayName()
                                + " is gone; restore that version, which records it anew."));
    }

    private static Set<String> layers(Snapshot snapshot, Scan scan) {
        Set<String> layers = new LinkedHashSet<>();
        SnapshotCare.layers(scan, snapshot).forEach(v -> layers.add(v.path()));
        return layers;
    }

    private static long differing(Set<String> some, Set<String> others, Scan scan) {
        return scan.volumes().values().stream()
                .filter(v -> some.contains(v.path()) != others.contains(v.path()))
                .mapToLong(Volume::allocation)
                .sum();
    }
}
