package io.github.ingotvm.hypervisor;

import io.github.ingotvm.hypervisor.Snapshots.SnapshotRequest;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What contract tests work with: a connection, and machines and volumes that go away with it. */
final class Rig implements AutoCloseable {
    static final long CAPACITY = 64L << 20;
    private static final long MEMORY = 64L << 20;

    final Hypervisor hypervisor;
    private final List<MachineId> machines = new ArrayList<>();

    Rig(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    /** A name that nothing has. */
    String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Path of a new empty image. */
    String image() {
        return hypervisor.volumes().create(unique("image") + ".qcow2", CAPACITY).path();
    }

    /** Path of a new overlay. */
    String overlay(String backing) {
        return hypervisor.volumes().createOverlay(unique("overlay") + ".qcow2", backing, "qcow2");
    }

    /** A new overlay on each writable disk of a machine. */
    Map<String, String> overlays(MachineId id) {
        Map<String, String> overlays = new HashMap<>();
        for (Disk disk : machine(id).present().writableDisks()) {
            overlays.put(disk.target(), overlay(disk.source().orElseThrow()));
        }
        return overlays;
    }

    MachineSpec spec(String name, List<String> disks) {
        return new MachineSpec(
                new MachineId(UUID.randomUUID()),
                name,
                "",
                MEMORY,
                1,
                MachineSpec.Boot.BIOS,
                Acceleration.TCG,
                disks,
                List.of(),
                GuestHardware.MODERN,
                OnReboot.RESTART,
                Mark.NONE);
    }

    /** A machine with UEFI. */
    MachineSpec uefi(String disk) {
        String name = unique("uefi");
        return new MachineSpec(
                new MachineId(UUID.randomUUID()),
                name,
                "",
                2 * MEMORY,
                1,
                MachineSpec.Boot.uefi(hypervisor.volumes().pathOf(name + ".fd")),
                Acceleration.TCG,
                List.of(disk),
                List.of(),
                GuestHardware.MODERN,
                OnReboot.RESTART,
                Mark.NONE);
    }

    /** A machine whose disk is on a bus that takes none while it runs. */
    MachineSpec sata(String disk) {
        return new MachineSpec(
                new MachineId(UUID.randomUUID()),
                unique("sata"),
                "",
                MEMORY,
                1,
                MachineSpec.Boot.BIOS,
                Acceleration.TCG,
                List.of(disk),
                List.of(),
                GuestHardware.WITHOUT_VIRTIO,
                OnReboot.RESTART,
                Mark.NONE);
    }

    Definition definition(String name, String... disks) {
        return hypervisor.definitions().compose(spec(name, List.of(disks)));
    }

    /** Defines and remembers a machine. */
    MachineId define(Definition definition) {
        MachineId id = hypervisor.machines().define(definition);
        machines.add(id);
        return id;
    }

    /** Runs and remembers a machine that is forgotten when it stops. */
    MachineId run(Definition definition) {
        MachineId id = hypervisor.power().run(definition);
        machines.add(id);
        return id;
    }

    /** A machine with one disk, off. */
    MachineId off() {
        return define(definition(unique("machine"), image()));
    }

    /** A machine with one disk, running. */
    MachineId running() {
        MachineId id = off();
        hypervisor.power().start(id);
        return id;
    }

    VirtualMachine machine(MachineId id) {
        return hypervisor.machines().find(id).orElseThrow();
    }

    /** Path of the image that the machine writes to, or would. */
    String present(MachineId id) {
        return machine(id).present().writableDisks().get(0).source().orElseThrow();
    }

    /** Takes a snapshot of all disks, without memory. */
    SnapshotId snapshot(MachineId id, String name) {
        SnapshotId snapshot = new SnapshotId(unique("snapshot"));
        hypervisor
                .snapshots()
                .create(id, new SnapshotRequest(snapshot, name, "", overlays(id), Optional.empty(), false));
        return snapshot;
    }

    Snapshot snapshot(MachineId id, SnapshotId snapshot) {
        return hypervisor.snapshots().list(id).stream()
                .filter(s -> s.id().equals(snapshot))
                .findFirst()
                .orElseThrow();
    }

    /** A path in Ingot's own pool where nothing is. */
    String nowhere() {
        return hypervisor.volumes().pathOf(unique("nowhere") + ".qcow2");
    }

    @Override
    public void close() {
        for (MachineId id : machines) {
            if (hypervisor.machines().find(id).isPresent()) {
                boolean stays = machine(id).persistent();
                hypervisor.power().destroy(id);
                if (stays) {
                    hypervisor.machines().undefine(id);
                }
            }
        }
        hypervisor.volumes().list().stream()
                .filter(v -> v.pool().equals(Volumes.POOL))
                .forEach(v -> hypervisor.volumes().delete(v.path()));
        hypervisor.close();
    }
}
