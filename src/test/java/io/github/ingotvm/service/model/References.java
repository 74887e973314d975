package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who needs which file, worked out anew and simply, to judge what Ingot says. */
final class References {
    /** How other tools' files are called in these tests. */
    static final String FOREIGN = "foreign_";

    private final FakeHypervisor view;
    private final Map<String, Volume> volumes = new HashMap<>();

    References(FakeState state) {
        this.view = new FakeHypervisor(state);
        view.volumes().list().forEach(v -> volumes.put(v.path(), v));
    }

    /** Its snapshots; where only a golden image is left, those of its versions. */
    static List<Snapshot> snapshots(FakeHypervisor view, VirtualMachine machine) {
        return view.snapshots().list(machine.id()).stream()
                .filter(s ->
                        !machine.isImageOnly() || machine.mark().golden(s.id()).isPresent())
                .toList();
    }

    /** The copy of the firmware's variables that belongs to a snapshot. */
    static Optional<String> variablesOf(FakeHypervisor view, Snapshot snapshot) {
        String id = snapshot.id().value();
        String token = id.substring(id.lastIndexOf('.') + 1);
        return view.volumes().list().stream()
                .map(Volume::path)
                .filter(p -> p.contains(".nvram." + token + "."))
                .findFirst();
    }

    /** The files in Ingot's pool that Ingot made and nothing needs. */
    Set<String> unneeded() {
        Set<String> needed = new TreeSet<>();
        view.machines().list().forEach(m -> needed.addAll(neededBy(m)));
        volumes.keySet().stream().filter(References::isForeign).forEach(p -> addChain(p, needed));
        volumes.keySet().stream()
                .filter(p -> p.contains(".disposable."))
                .filter(mark -> needed.stream().anyMatch(p -> p.contains("." + tokenOf(mark) + ".")))
                .toList()
                .forEach(needed::add);
        Set<String> left = new TreeSet<>();
        volumes.values().stream()
                .filter(v -> v.pool().equals(Volumes.POOL) && !needed.contains(v.path()))
                .forEach(v -> left.add(v.path()));
        return left;
    }

    private static String tokenOf(String path) {
        String[] parts = path.split("\\.", -1);
        return parts[parts.length - 2];
    }

    private static boolean isForeign(String path) {
        return path.substring(path.lastIndexOf('/') + 1).startsWith(FOREIGN);
    }

    private Set<String> neededBy(VirtualMachine machine) {
        Set<String> needed = new TreeSet<>();
        addFiles(machine.hardware(), true, needed);
        machine.live().ifPresent(h -> addFiles(h, true, needed));
        machine.mark().former().ifPresent(f -> {
            f.disks().values().forEach(p -> addChain(p, needed));
            f.nvram().ifPresent(needed::add);
        });
        for (Snapshot snapshot : snapshots(view, machine)) {
            addFiles(snapshot.hardware(), false, needed);
            snapshot.memory().ifPresent(needed::add);
            variablesOf(view, snapshot).ifPresent(needed::add);
        }
        return needed;
    }

    private void addFiles(Hardware hardware, boolean withVariables, Set<String> needed) {
        hardware.disks().stream().map(Disk::source).forEach(s -> s.ifPresent(p -> addChain(p, needed)));
        hardware.nvram().filter(n -> withVariables).ifPresent(needed::add);
        hardware.kernel().ifPresent(k -> needed.addAll(List.of(k.kernel(), k.initrd())));
    }

    private void addChain(String path, Set<String> needed) {
        Optional<String> next = Optional.of(path);
        while (next.isPresent() && needed.add(next.get())) {
            next = Optional.ofNullable(volumes.get(next.get())).flatMap(Volume::backing);
        }
    }

    /** What a machine's snapshots that others have as versions of their golden images stand on: those keep it. */
    private Set<String> given(VirtualMachine machine) {
        List<SnapshotId> mine =
                snapshots(view, machine).stream().map(Snapshot::id).toList();
        Set<String> given = new TreeSet<>();
        for (VirtualMachine other : view.machines().list()) {
            for (Snapshot snapshot : snapshots(view, other)) {
                boolean golden = other.mark().golden(snapshot.id()).isPresent();
                if (golden && !other.id().equals(machine.id()) && mine.contains(snapshot.id())) {
                    addFiles(snapshot.hardware(), false, given);
                }
            }
        }
        return given;
    }

    /** Whether another machine, now or in a snapshot, stands on an image of this one. */
    boolean hasDependants(MachineId id) {
        Set<String> own = new TreeSet<>();
        for (VirtualMachine machine : view.machines().list()) {
            if (machine.id().equals(id)) {
                images(machine.hardware(), own);
                machine.live().ifPresent(h -> images(h, own));
                machine.mark().former().ifPresent(f -> own.addAll(f.disks().values()));
                snapshots(view, machine).forEach(s -> images(s.hardware(), own));
                own.removeAll(given(machine));
                snapshots(view, machine).stream()
                        .filter(s -> machine.mark().golden(s.id()).isPresent())
                        .forEach(s -> images(s.hardware(), own));
            }
        }
        return view.machines().list().stream()
                .filter(m -> !m.id().equals(id))
                .anyMatch(m -> neededBy(m).stream().anyMatch(own::contains));
    }

    private static void images(Hardware hardware, Set<String> images) {
        hardware.writableDisks().forEach(d -> d.source().ifPresent(images::add));
    }
}
