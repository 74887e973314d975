package io.github.ingotvm.service.clones;

import io.github.ingotvm.model.CloneChange;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.context.Refusals;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.layers.Depth;
import io.github.ingotvm.service.layers.Drift;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.layers.StateDisks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds out for each clone what an update or a reset would do to it. Looks at a host as it was when it was read; changes nothing. */
final class RefreshPlanner {
    private final Scan scan;
    private final LayerGraph graph;
    private final To to;

    RefreshPlanner(Scan scan, To to) {
        this.scan = scan;
        this.graph = new LayerGraph(scan);
        this.to = to;
    }

    /**
     * How a clone gets a fresh system disk.
     *
     * @param machine as it was when this was planned
     * @param disk its system disk then
     * @param mould what it shall stand on
     */
    record Plan(VirtualMachine machine, Disk disk, Cloner.Origin mould) {
        /** The mould's system disk, in the state that its snapshot froze. */
        Disk layer() {
            return systemDisk(mould.snapshot()).orElseThrow();
        }

        boolean isOnThatVersion() {
            return machine.mark()
                    .lineage()
                    .filter(l -> l.snapshot().equals(mould.snapshot().id()))
                    .isPresent();
        }
    }

    /** What people should know before. */
    CloneChange preview(MachineId id) {
        VirtualMachine clone = machine(id);
        List<String> snapshots =
                scan.snapshotsOf(id).stream().map(Snapshot::name).toList();
        boolean dropsFormer = clone.mark().former().isPresent();
        try {
            Plan plan = plan(id);
            return new CloneChange(
                    clone,
                    Optional.of(plan.mould().lineage(true)),
                    isNeeded(plan),
                    written(plan),
                    snapshots,
                    dropsFormer,
                    Optional.empty());
        } catch (IngotException e) {
            return new CloneChange(clone, Optional.empty(), true, 0, snapshots, dropsFormer, Optional.of(e));
        }
    }

    boolean isNeeded(Plan plan) {
        return to instanceof To.Own || !plan.isOnThatVersion();
    }

    /** How it would be done; refuses what makes no sense. */
    Plan plan(MachineId id) {
        VirtualMachine clone = machine(id);
        Refusals.requireKept(clone);
        Refusals.requireMachine(clone);
        String who = clone.displayName();
        Lineage lineage = clone.mark()
                .lineage()
                .orElseThrow(() -> new IngotException(
                        Kind.UNSUPPORTED, who + " is no clone, so there is nothing to update it to."));
        if (!lineage.linked()) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    who + " is a full clone that depends on nothing; cast a new clone in place of updating it.");
        }
        if (clone.state() == PowerState.SAVED) {
            throw new IngotException(
                    Kind.WRONG_STATE, who + " is saved in the middle of its work; start it and shut it down first.");
        }
        Cloner.Origin mould = mould(lineage, who);
        Set<String> system = systemLayers(mould.snapshot());
        snapshot(mould.machine(), lineage.snapshot()).ifPresent(s -> system.addAll(systemLayers(s)));
        Disk disk = clone.hardware().writableDisks().stream()
                .filter(d -> graph.chain(d.source().orElseThrow()).stream().anyMatch(system::contains))
                .findFirst()
                .orElseThrow(() -> new IngotException(
                        Kind.UNSUPPORTED,
                        "None of the disks of " + who + " stands on "
                                + mould.machine().displayName()
                                + " any more; cast a new clone in place of updating it."));
        return new Plan(clone, disk, mould);
    }

    private VirtualMachine machine(MachineId id) {
        return scan.machines().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND, "This virtual machine is gone; somebody else may have deleted it."));
    }

    private Cloner.Origin mould(Lineage lineage, String who) {
        VirtualMachine source = scan.machines().stream()
                .filter(m -> m.id().equals(lineage.source()))
                .findFirst()
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        lineage.sourceName() + ", which " + who + " was cloned from, is gone; " + who
                                + " stays as it is."));
        SnapshotId id =
                to instanceof To.Own ? lineage.snapshot() : version(source).snapshot();
        Optional<GoldenVersion> version = source.mark().golden(id);
        String what = version.map(GoldenVersion::label).orElse("\"" + lineage.snapshotName() + "\"") + " of "
                + source.displayName();
        Snapshot snapshot = snapshot(source, id)
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND, "The snapshot of " + what + " is gone; choose another version."));
        boolean changed =
                version.filter(v -> !Drift.of(v, scan.volumes()).isEmpty()).isPresent()
                        || Drift.under(NamedFiles.images(snapshot), scan).isPresent();
        boolean missing = NamedFiles.vital(snapshot).stream()
                .anyMatch(f -> graph.missing(f).isPresent());
        if (changed || missing || systemDisk(snapshot).isEmpty()) {
            throw new IngotException(
                    Kind.FAILED,
                    what
                            + " is not as it was when it was promoted, so nothing is cast from it; `ingot check` says more.");
        }
        String layer = systemDisk(snapshot).flatMap(Disk::source).orElseThrow();
        Depth.requireRoom(graph.chain(layer).size(), source.displayName());
        return new Cloner.Origin(source, snapshot, version, StateDisks.of(snapshot.hardware(), scan));
    }

    private GoldenVersion version(VirtualMachine source) {
        return to instanceof To.Version wanted
                ? GoldenImages.require(source, wanted.number())
                : GoldenImages.requireCurrent(source);
    }

    private Optional<Snapshot> snapshot(VirtualMachine source, SnapshotId id) {
        return scan.snapshotsOf(source.id()).stream()
                .filter(s -> s.id().equals(id))
                .findFirst();
    }

    /** The disk a machine boots from is the first one in its definition. */
    private static Optional<Disk> systemDisk(Snapshot snapshot) {
        return snapshot.hardware().writableDisks().stream().findFirst();
    }

    private Set<String> systemLayers(Snapshot snapshot) {
        Set<String> layers = new LinkedHashSet<>();
        systemDisk(snapshot).flatMap(Disk::source).ifPresent(s -> layers.addAll(graph.chain(s)));
        return layers;
    }

    private long written(Plan plan) {
        Set<String> golden = systemLayers(plan.mould().snapshot());
        plan.machine()
                .mark()
                .lineage()
                .flatMap(l -> snapshot(plan.mould().machine(), l.snapshot()))
                .ifPresent(s -> golden.addAll(systemLayers(s)));
        return graph.chain(plan.disk().source().orElseThrow()).stream()
                .filter(p -> !golden.contains(p))
                .map(scan.volumes()::get)
                .filter(Objects::nonNull)
                .mapToLong(Volume::allocation)
                .sum();
    }
}
