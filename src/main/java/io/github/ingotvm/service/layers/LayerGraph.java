package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which file stands on which, and who needs it: pure answers from one {@link Scan}. */
public final class LayerGraph {
    private final Scan scan;
    private final String ownPoolPath;
    private final Map<String, List<String>> directlyOn;

    public LayerGraph(Scan scan) {
        this.scan = scan;
        this.ownPoolPath = scan.pools().stream()
                .filter(p -> p.name().equals(Volumes.POOL))
                .map(Pool::path)
                .findFirst()
                .orElse("");
        this.directlyOn = scan.volumes().values().stream()
                .filter(v -> v.backing().isPresent())
                .collect(Collectors.groupingBy(
                        v -> v.backing().orElseThrow(), Collectors.mapping(Volume::path, Collectors.toList())));
    }

    /** From the image at the path down to its base, as far as it is known; a missing or unknown file is still named, last. */
    public List<String> chain(String path) {
        Set<String> seen = new LinkedHashSet<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent() && seen.add(next.get())) {
            next = Optional.ofNullable(scan.volumes().get(next.get())).flatMap(Volume::backing);
        }
        return List.copyOf(seen);
    }

    /** Files in the chain of the image that are not there, as far as that can be proved: those in folders of active pools. */
    public Optional<String> missing(String path) {
        return chain(path).stream()
                .filter(p -> !scan.volumes().containsKey(p) && Visibility.isInActivePool(p, scan.pools()))
                .findFirst();
    }

    /** Whether a golden image is sealed with the file, or a snapshot froze it. */
    boolean isLayer(String image) {
        return goldenWith(image).isPresent()
                || scan.machines().stream()
                        .flatMap(m -> scan.snapshotsOf(m.id()).stream())
                        .anyMatch(s -> s.froze(image));
    }

    private Optional<String> goldenWith(String image) {
        return scan.machines().stream()
                .flatMap(m -> m.mark().golden().stream()
                        .filter(g -> g.seals().stream().anyMatch(s -> s.path().equals(image)))
                        .map(g -> g.label() + " of " + m.goldenName()))
                .findFirst();
    }

    /** Who needs an image never to change again: a snapshot that froze it, or a volume that stands on it. */
    public Optional<String> frozenBy(String image) {
        for (VirtualMachine machine : scan.machines()) {
            for (Snapshot snapshot : scan.snapshotsOf(machine.id())) {
                if (snapshot.froze(image)) {
                    return Optional.of("\"" + snapshot.name() + "\" of " + machine.displayName());
                }
            }
            if (machine.mark()
                    .former()
                    .filter(f -> f.disks().containsValue(image))
                    .isPresent()) {
                return Optional.of("the former state of " + machine.displayName());
            }
        }
        return scan.machines().stream()
                .filter(m -> neededBy(m).stream()
                        .anyMatch(p -> directlyOn.getOrDefault(image, List.of()).contains(p)))
                .map(VirtualMachine::displayName)
                .findFirst()
                .or(() -> goldenWith(image));
    }

    /** Every file a snapshot names: the layers it froze, its memory, its copy of the firmware's variables. */
    public Set<String> roots(Snapshot snapshot) {
        Set<String> roots = new LinkedHashSet<>(NamedFiles.files(snapshot.hardware()));
        // The definition names the variables of the machine that goes on; the snapshot's own are a copy.
        snapshot.hardware().nvram().ifPresent(roots::remove);
        snapshot.memory().ifPresent(roots::add);
        roots.add(ownPoolPath + "/" + VolumeNames.nvramOf(snapshot.id()));
        return roots;
    }

    /** Every file that a machine with its snapshots needs. */
    public Set<String> neededBy(VirtualMachine machine) {
        Set<String> roots = NamedFiles.roots(machine);
        scan.snapshotsOf(machine.id()).forEach(s -> roots.addAll(roots(s)));
        roots.addAll(unrecorded(machine));
        return closure(roots);
    }

    /** The files of golden versions whose snapshots' records somebody dropped: the only copies, until the versions are given up. */
    private Set<String> unrecorded(VirtualMachine machine) {
        Set<SnapshotId> recorded =
                scan.snapshotsOf(machine.id()).stream().map(Snapshot::id).collect(Collectors.toSet());
        return machine.mark().golden().stream()
                .filter(v -> !recorded.contains(v.snapshot()))
                .flatMap(v -> v.seals().stream())
                .map(GoldenVersion.Seal::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> closure(Set<String> roots) {
        Set<String> all = new LinkedHashSet<>();
        roots.forEach(r -> all.addAll(chain(r)));
        return all;
    }

    /** Every file that something on the connection needs. */
    Set<String> needed() {
        Set<String> all = new LinkedHashSet<>();
        scan.machines().forEach(m -> all.addAll(neededBy(m)));
        return all;
    }

    /** The images that a machine alone brought into being: its present ones and those its snapshots froze. */
    public Set<String> ownImages(VirtualMachine machine) {
        Set<String> own = new LinkedHashSet<>();
        own.addAll(NamedFiles.writableRoots(machine));
        machine.mark().former().ifPresent(f -> own.addAll(f.disks().values()));
        scan.snapshotsOf(machine.id())
                .forEach(s ->
                        s.hardware().writableDisks().forEach(d -> d.source().ifPresent(own::add)));
        return own;
    }

    /**
     * Other machines that would lose what they stand on, were a machine deleted with all that is its own. What it gave to the golden image
     * of another one is kept by that.
     */
    public List<VirtualMachine> dependants(VirtualMachine machine) {
        Set<String> own = ownImages(machine);
        own.removeAll(given(machine));
        golden(machine).forEach(s -> own.addAll(NamedFiles.frozen(s)));
        own.addAll(unrecorded(machine));
        return standingOn(own, machine);
    }

    private List<Snapshot> golden(VirtualMachine machine) {
        return scan.snapshotsOf(machine.id()).stream()
                .filter(s -> machine.mark().golden(s.id()).isPresent())
                .toList();
    }

    /** The chains of the snapshots of a machine that are versions of others' golden images. */
    private Set<String> given(VirtualMachine machine) {
        Set<SnapshotId> own =
                scan.snapshotsOf(machine.id()).stream().map(Snapshot::id).collect(Collectors.toSet());
        return scan.machines().stream()
                .filter(m -> !m.id().equals(machine.id()))
                .flatMap(m -> golden(m).stream())
                .filter(s -> own.contains(s.id()))
                .flatMap(s -> closure(roots(s)).stream())
                .collect(Collectors.toSet());
    }

    /** Other machines that, now or in one of their snapshots, stand on one of these images. */
    public List<VirtualMachine> standingOn(Set<String> images, VirtualMachine except) {
        return scan.machines().stream()
                .filter(m -> !m.id().equals(except.id()))
                .filter(m -> neededBy(m).stream().anyMatch(images::contains))
                .toList();
    }

    /**
     * The volumes that nothing needs, those on top first, so that they can be removed in this order. A volume that an unneeded
     * but foreign volume stands on is not among them.
     */
    public List<Volume> unneeded() {
        Set<String> needed = needed();
        Set<String> kept = new LinkedHashSet<>(needed);
        scan.volumes().values().stream().filter(v -> !VolumeNames.isOurs(v)).forEach(v -> kept.addAll(chain(v.path())));
        kept.addAll(Disposed.marksOf(kept, scan.volumes()));
        // What a restore was about to put in the place of a file that is gone, or not whole yet, may be the only copy
        // of it.
        needed.stream()
                .filter(p -> !scan.volumes().containsKey(p) || looksChanged(p))
                .forEach(p -> kept.add(ownPoolPath + "/" + VolumeNames.restoring(p)));
        List<Volume> left = new ArrayList<>(scan.volumes().values().stream()
                .filter(v -> VolumeNames.isOurs(v) && !kept.contains(v.path()))
                .toList());
        left.sort(Comparator.<Volume>comparingInt(v -> -chain(v.path()).size())
                .thenComparing(VolumeNames::saysDisposable)); // last: it lets whoever comes next go on
        return left;
    }

    private boolean looksChanged(String path) {
        Volume now = Objects.requireNonNull(scan.volumes().get(path));
        return scan.machines().stream()
                .flatMap(m -> m.mark().golden().stream())
                .flatMap(g -> g.seals().stream())
                .anyMatch(s -> s.path().equals(path) && !s.isLike(now));
    }

    /** The unneeded volumes of disposable clones that have ended, in that order too. */
    List<Volume> disposed() {
        return Disposed.among(unneeded());
    }

    /** The marks of disposable clones that somebody made stay by now. */
    List<Volume> outlived() {
        Set<String> needed = new LinkedHashSet<>();
        scan.machines().stream().filter(VirtualMachine::persistent).forEach(m -> needed.addAll(neededBy(m)));
        return Disposed.marksOf(needed, scan.volumes()).stream()
                .map(p -> Objects.requireNonNull(scan.volumes().get(p)))
                .toList();
    }

    /** At most what the disks would take as full copies, in bytes. */
    public long fullSize(Hardware hardware) {
        return hardware.writableDisks().stream()
                .map(d -> d.source().orElseThrow())
                .mapToLong(this::fullSize)
                .sum();
    }

    private long fullSize(String image) {
        long sum = chain(image).stream()
                .flatMap(p -> Optional.ofNullable(scan.volumes().get(p)).stream())
                .mapToLong(Volume::allocation)
                .sum();
        long capacity = Optional.ofNullable(scan.volumes().get(image))
                .map(Volume::capacity)
                .orElse(sum);
        return Math.min(capacity, sum);
    }

    /** Whether a volume that is not among these stands directly on this one. */
    boolean carriesOtherThan(String path, Collection<String> these) {
        return !these.containsAll(directlyOn.getOrDefault(path, List.of()));
    }

    /** Why it cannot be proved that a file is not needed, and what to do about it; empty when it can. */
    public Optional<String> doubt() {
        return new Visibility(scan).doubt();
    }
}
