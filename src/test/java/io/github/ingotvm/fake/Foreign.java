package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.hypervisor.Power.StopReason;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays everybody else on the host: other tools, other people, the daemon, the disk. */
public final class Foreign {
    private final FakeState state;

    Foreign(FakeState state) {
        this.state = state;
    }

    private void run(Runnable work) {
        state.call(() -> {
            work.run();
            return true;
        });
    }

    /** {@code virsh undefine --snapshots-metadata}, after {@code virsh destroy} if need be. */
    public void deletes(MachineId id) {
        run(() -> {
            FakeMachine machine = state.machine(id);
            if (machine.isActive()) {
                FakePower.stop(state, machine, StopReason.FORCED);
            }
            state.machines.remove(id);
            state.changed(id);
        });
    }

    /** Makes a pool of another tool. */
    public void addsPool(String name, String path) {
        run(() -> state.pools.put(name, new FakePool(name, path)));
    }

    /** Stops or starts a pool. */
    public void setsPoolActive(String name, boolean active) {
        run(() -> Optional.ofNullable(state.pools.get(name)).orElseThrow().active = active);
    }

    /** Says how many bytes fit into Ingot's own pool. */
    public void limitsPool(long bytes) {
        new FakeVolumes(new FakeConnection(state, Runnable::run)).ownPool();
        limits(Volumes.POOL, bytes);
    }

    /** Says how many bytes fit into a pool. */
    public void limits(String pool, long bytes) {
        run(() -> Optional.ofNullable(state.pools.get(pool)).orElseThrow().size = bytes);
    }

    /** A write of a guest finds the disk full, and the hypervisor pauses it. */
    public void stalls(MachineId id) {
        run(() -> {
            FakeMachine machine = state.machine(id);
            machine.active = PowerState.PAUSED;
            machine.stalled = true;
            state.changed(id);
        });
    }

    /** Puts a file somewhere, as {@code qemu-img create} would; its folder decides the pool. */
    public void addsFile(String path, String format, long capacity, Optional<String> backing) {
        run(() -> {
            FakeFile file = new FakeFile(path, format, capacity, backing, new byte[0]);
            file.stamp = state.tick();
            file.inode = file.stamp;
            state.files.put(path, file);
        });
    }

    /** {@code rm}. */
    public void removesFile(String path) {
        run(() -> state.files.remove(path));
    }

    /** Writes into any file behind everybody's back, read-only or not. */
    public void writes(String path, String key, String value) {
        run(() -> state.file(path).write(key, value, state.tick()));
    }

    /** {@code touch}. */
    public void touches(String path) {
        run(() -> state.file(path).stamp = state.tick());
    }

    /** The same as {@link #writes}, and sets the time of the last change back. */
    public void writesUnseen(String path, String key, String value) {
        run(() -> state.file(path).write(key, value, state.file(path).stamp));
    }

    /** {@code cp -p} of the file, and {@code mv} of the copy in its place: another one of the same length and time. */
    public void exchanges(String path) {
        run(() -> state.file(path).inode = state.tick());
    }

    /** The host is at some work on a machine that nobody waits for any more, or has ended it. */
    public void works(MachineId id, boolean on) {
        state.call(() -> {
            state.machine(id).worked = on;
            return on;
        });
    }

    /** The paths of all files there are, in any pool or none. */
    public List<String> files() {
        return state.call(() -> List.copyOf(state.files.keySet()));
    }

    /** Whether the file is protected from writing. */
    public boolean isReadOnly(String path) {
        return state.call(() -> state.file(path).readOnly);
    }

    /** Changes one line of a machine's definition; with {@code virsh edit} anything is possible. */
    public void edits(MachineId id, String key, String value) {
        run(() -> {
            state.machine(id).definition.set(key, value);
            state.changed(id);
        });
    }

    /** Makes the machine transient: it is gone once it stops. */
    public void makesTransient(MachineId id) {
        run(() -> state.machine(id).persistent = false);
    }

    /** {@code virsh managedsave}: off, with its memory kept. */
    public void saves(MachineId id) {
        run(() -> {
            FakeMachine machine = state.machine(id);
            Map<String, String> memory = Map.copyOf(machine.memory);
            FakePower.stop(state, machine, StopReason.UNKNOWN);
            machine.saved = Optional.of(memory);
        });
    }

    /** The guest panics and the machine is kept as it is. */
    public void crashes(MachineId id) {
        run(() -> {
            state.machine(id).active = PowerState.CRASHED;
            state.changed(id);
        });
    }

    /** Takes a snapshot inside the image files, as other tools do. */
    public SnapshotId takesInternalSnapshot(MachineId id, String name) {
        return state.call(() -> {
            FakeMachine machine = state.machine(id);
            Map<String, Map<String, String>> inside = new HashMap<>();
            for (Disk disk : machine.now().hardware().writableDisks()) {
                inside.put(disk.target(), Map.copyOf(state.file(disk.source().orElseThrow()).writes));
            }
            SnapshotId snapshot = new SnapshotId(name);
            machine.snapshots.put(
                    snapshot,
                    new FakeSnapshot(
                            snapshot,
                            name,
                            "",
                            state.now(),
                            machine.current,
                            Snapshot.Kind.INTERNAL,
                            Snapshot.Consistency.OFF,
                            Optional.empty(),
                            machine.now().print(),
                            machine.now().hardware(),
                            inside));
            machine.current = Optional.of(snapshot);
            state.changed(id);
            return snapshot;
        });
    }

    /** Gives or takes a capability of the host. */
    public void sets(Capability capability, boolean there) {
        run(() -> {
            if (there) {
                state.capabilities.add(capability);
            } else {
                state.capabilities.remove(capability);
            }
        });
    }

    /** The daemon dies; machines go on. */
    public void stopsDaemon() {
        run(() -> {
            state.down = true;
            state.publish(new HypervisorEvent.ConnectionLost("the daemon was stopped"));
        });
    }

    /** The daemon is back. */
    public void startsDaemon() {
        run(() -> {
            state.down = false;
            state.publish(new HypervisorEvent.ConnectionRestored());
        });
    }
}
