package io.github.ingotvm.service.golden;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.context.Refusals;
import io.github.ingotvm.service.layers.Drift;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.layers.StateDisks;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Promotes snapshots to golden images. The mark in the machine's metadata is the commit point. */
public final class GoldenImages {
    private final Context context;

    public GoldenImages(Context context) {
        this.context = context;
    }

    /**
     * Makes a snapshot the machine's current golden image, with the next version number.
     *
     * @param note what is new, for people; may be empty
     * @throws IngotException {@code EXISTS} when it is golden already, {@code UNSUPPORTED} for an internal snapshot, {@code FAILED}
     *     when a layer is missing, or is one of another golden image and looks changed
     */
    public GoldenVersion promote(MachineId id, SnapshotId snapshotId, String note) {
        return promote(id, snapshotId, note, Map.of());
    }

    /**
     * The same, and says how clones receive its data disks.
     *
     * @param roles by drive targets; those that are not named stay as they are
     * @throws IngotException also {@code NOT_FOUND} for a data disk that it has not, {@code UNSUPPORTED} for one that cannot be shared
     */
    public GoldenVersion promote(MachineId id, SnapshotId snapshotId, String note, Map<String, DiskRole> roles) {
        return context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().requireMachine(id);
            Snapshot snapshot = context.inventory().require(id, snapshotId);
            requirePromotable(machine, snapshot);
            return mark(machine, snapshot, note, roles);
        });
    }

    /**
     * Makes a snapshot of one machine, as a rule a clone that was changed, the next version of another one's golden image, whether that has a
     * machine or lives alone. A clone that goes on from that snapshot is up to date then.
     *
     * @param image what has the golden image
     * @param from the machine with the snapshot
     * @throws IngotException as {@link #promote}; also {@code NOT_FOUND} when there is no golden image, {@code UNSUPPORTED} when the snapshot
     *     has other firmware than its versions
     */
    public GoldenVersion promoteTo(MachineId image, MachineId from, SnapshotId snapshot, String note) {
        return promoteTo(image, from, snapshot, note, Map.of());
    }

    /** The same, and says how clones receive its data disks, as {@link #promote(MachineId, SnapshotId, String, Map)}. */
    public GoldenVersion promoteTo(
            MachineId image, MachineId from, SnapshotId snapshot, String note, Map<String, DiskRole> roles) {
        return image.equals(from)
                ? promote(from, snapshot, note, roles)
                : new NextVersion(context, this).promote(image, from, snapshot, note, roles);
    }

    /** Marks a snapshot of the machine as its next version. */
    public GoldenVersion mark(VirtualMachine machine, Snapshot snapshot, String note, Map<String, DiskRole> roles) {
        GoldenVersion next = new GoldenVersion(
                machine.mark().lastVersion() + 1,
                snapshot.id(),
                note.strip(),
                System.getProperty("user.name", ""),
                context.clock().instant(),
                List.of());
        DiskRoles disks = new DiskRoles(
                context.hypervisor().definitions(),
                snapshot.hardware(),
                snapshot.definition(),
                "\"" + snapshot.name() + "\"");
        return mark(machine, snapshot, disks.saidIn(machine.mark().series(), roles), next);
    }

    /**
     * The same with all that is to be told of the version; seals apart, which are made here.
     *
     * @param series of the machine, to which it is added
     */
    public GoldenVersion mark(VirtualMachine machine, Snapshot snapshot, GoldenSeries series, GoldenVersion told) {
        List<Volume> layers = sealable(snapshot);
        requireUnchanged(machine, layers);
        Mark mark = machine.mark();
        GoldenVersion version = new GoldenVersion(
                told.number(),
                snapshot.id(),
                told.note(),
                told.author(),
                told.promoted(),
                layers.stream().map(v -> seal(v, mark)).toList(),
                told.contents());
        // Protected first: nothing writes to a frozen layer anyway, but a golden one must never be found
        // unprotected.
        layers.forEach(l -> context.hypervisor().volumes().protect(l.path(), true));
        context.hypervisor().machines().setMark(machine.id(), mark.with(series.promoted(version)));
        return version;
    }

    /** What is known of a layer from an earlier version need not be read again. */
    private static Seal seal(Volume volume, Mark mark) {
        return mark.golden().stream()
                .flatMap(g -> g.seals().stream())
                .filter(s -> s.isLike(volume))
                .flatMap(s -> s.digest().stream())
                .findFirst()
                .map(Seal.of(volume)::with)
                .orElseGet(() -> Seal.of(volume));
    }

    static void requirePromotable(VirtualMachine machine, Snapshot snapshot) {
        Optional<GoldenVersion> already = machine.mark().golden(snapshot.id());
        if (already.isPresent()) {
            throw new IngotException(
                    Kind.EXISTS,
                    "\"" + snapshot.name() + "\" is already golden image "
                            + already.get().label() + ".");
        }
        if (snapshot.kind() == Snapshot.Kind.INTERNAL) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    "\"" + snapshot.name()
                            + "\" lies inside the disk image, so clones cannot stand on it; take a snapshot with Ingot and promote that.");
        }
    }

    /** What was damaged in an earlier version, or in one that a clone stands on, must not become a version that looks whole. */
    void requireUnchanged(VirtualMachine machine, List<Volume> layers) {
        for (VirtualMachine owner : withAncestors(machine)) {
            for (GoldenVersion version : owner.mark().golden()) {
                for (Seal seal : version.seals()) {
                    if (layers.stream().anyMatch(l -> l.path().equals(seal.path()) && !seal.isLike(l))) {
                        throw Drift.refusal(owner, version, seal.path());
                    }
                }
            }
        }
    }

    /** The machine, what it was cloned from, what that was cloned from, and so on. */
    private Collection<VirtualMachine> withAncestors(VirtualMachine machine) {
        Map<MachineId, VirtualMachine> all = new LinkedHashMap<>();
        Optional<VirtualMachine> next = Optional.of(machine);
        while (next.isPresent() && all.putIfAbsent(next.get().id(), next.get()) == null) {
            next = next.get().mark().lineage().flatMap(l -> context.inventory().find(l.source()));
        }
        return all.values();
    }

    List<Volume> sealable(Snapshot snapshot) {
        List<Volume> layers = new ArrayList<>();
        for (var disk : StateDisks.of(snapshot.hardware(), context.hypervisor())) {
            Optional<String> next = disk.source();
            Set<String> seen = new LinkedHashSet<>();
            while (next.isPresent() && seen.add(next.get())) {
                String path = next.get();
                Volume volume = context.hypervisor()
                        .volumes()
                        .find(path)
                        .orElseThrow(() -> new IngotException(
                                Kind.FAILED,
                                "\"" + snapshot.name() + "\" cannot be promoted: the layer " + path
                                        + " is gone or in no storage pool."));
                layers.add(volume);
                next = volume.backing();
            }
        }
        // The firmware's variables belong to it; a machine that was never started has none.
        if (snapshot.hardware().nvram().isPresent()) {
            Volumes volumes = context.hypervisor().volumes();
            volumes.find(volumes.pathOf(VolumeNames.nvramOf(snapshot.id()))).ifPresent(layers::add);
        }
        return layers;
    }

    /**
     * Takes the golden mark from a version. Its snapshot stays, and so do its layers, for whatever stands on them. The newest
     * version left becomes current.
     *
     * @throws IngotException {@code WRONG_STATE} for an image whose machine was deleted: its versions are retired
     */
    public void demote(MachineId id, int version) {
        Refusals.requireMachine(context.inventory().require(id));
        unmark(id, version);
    }

    /** The same of any image; where there is no machine, the snapshot's record is to be dropped next. */
    void unmark(MachineId id, int version) {
        context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().require(id);
            GoldenVersion golden = require(machine, version);
            Mark left = machine.mark().with(machine.mark().series().demoted(version));
            context.hypervisor().machines().setMark(id, left);
            Set<String> stillGolden = new LinkedHashSet<>();
            left.golden().forEach(g -> g.seals().forEach(s -> stillGolden.add(s.path())));
            golden.seals().stream()
                    .map(Seal::path)
                    .filter(p -> !stillGolden.contains(p) && !isGoldenElsewhere(p, id))
                    .forEach(p -> context.hypervisor().volumes().protect(p, false));
            return 0;
        });
    }

    private boolean isGoldenElsewhere(String path, MachineId except) {
        return context.hypervisor().machines().list().stream()
                .filter(m -> !m.id().equals(except))
                .flatMap(m -> m.mark().golden().stream())
                .flatMap(g -> g.seals().stream())
                .anyMatch(s -> s.path().equals(path));
    }

    /** What to do with a version of the machine that cannot be had back: words that follow a semicolon. */
    public static String wayToGiveUp(VirtualMachine machine) {
        if (machine.mark().golden().size() > 1) {
            return "retire that version";
        }
        return machine.isImageOnly() ? "delete that golden image" : "demote that version";
    }

    /** The version of a machine, or {@code NOT_FOUND}. */
    public static GoldenVersion require(VirtualMachine machine, int version) {
        return machine.mark()
                .golden(version)
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        machine.displayName() + " has no golden image v" + version
                                + "; `ingot golden list` shows those there are."));
    }

    /** The current version of a machine, or {@code NOT_FOUND}. */
    public static GoldenVersion requireCurrent(VirtualMachine machine) {
        return machine.currentGolden()
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        machine.displayName() + " has no golden image; promote one of its snapshots first."));
    }

    /** All golden versions of all machines: by machine, newest version first. */
    public List<GoldenImage> list() {
        Scan scan = Scan.of(context.hypervisor());
        LayerGraph graph = new LayerGraph(scan);
        List<GoldenImage> images = new ArrayList<>();
        for (VirtualMachine machine : context.inventory().sorted(scan.machines())) {
            List<GoldenVersion> versions = new ArrayList<>(machine.mark().golden());
            java.util.Collections.reverse(versions);
            versions.forEach(v -> images.add(describe(machine, v, scan, graph)));
        }
        return images;
    }

    private static GoldenImage describe(VirtualMachine machine, GoldenVersion version, Scan scan, LayerGraph graph) {
        Optional<Snapshot> snapshot = scan.snapshotsOf(machine.id()).stream()
                .filter(s -> s.id().equals(version.snapshot()))
                .findFirst();
        Set<String> frozen = new LinkedHashSet<>();
        snapshot.ifPresent(
                s -> s.hardware().writableDisks().forEach(d -> d.source().ifPresent(frozen::add)));
        long size = frozen.stream()
                .map(scan.volumes()::get)
                .filter(Objects::nonNull)
                .mapToLong(Volume::allocation)
                .sum();
        List<VirtualMachine> clones = scan.machines().stream()
                .filter(m -> m.mark()
                        .lineage()
                        .filter(l -> cameFrom(l, machine, version))
                        .isPresent())
                .toList();
        return new GoldenImage(
                machine,
                version,
                machine.currentGolden().filter(version::equals).isPresent(),
                snapshot.map(Snapshot::name).orElse(version.snapshot().value()),
                snapshot.isPresent() && Drift.of(version, scan.volumes()).isEmpty(),
                size,
                clones,
                graph.standingOn(frozen, machine));
    }

    private static boolean cameFrom(Lineage lineage, VirtualMachine machine, GoldenVersion version) {
        return lineage.source().equals(machine.id()) && lineage.version().equals(OptionalInt.of(version.number()));
    }
}
