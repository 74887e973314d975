package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Power.StopReason;
import io.github.ingotvm.hypervisor.Snapshots;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Snapshot.Consistency;
import io.github.ingotvm.model.SnapshotId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Snapshots as the host keeps them. */
final class FakeSnapshots implements Snapshots {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final FakeConnection connection;
    private final FakeState state;

    FakeSnapshots(FakeConnection connection) {
        this.connection = connection;
        this.state = connection.state;
    }

    @Override
    public List<Snapshot> list(MachineId id) {
        return connection.get(() -> {
            FakeMachine machine = state.machine(id);
            List<Snapshot> sorted = new ArrayList<>();
            machine.snapshots.values().stream()
                    .filter(s -> s.parent().isEmpty())
                    .forEach(s -> addWithChildren(machine, s, sorted));
            return sorted;
        });
    }

    @Override
    public Map<MachineId, List<Snapshot>> all() {
        return connection.get(() -> state.machines.values().stream()
                .filter(m -> !m.snapshots.isEmpty())
                .collect(Collectors.toMap(m -> m.id, m -> list(m.id))));
    }

    @Override
    public Optional<Snapshot> find(MachineId id, SnapshotId snapshot) {
        return list(id).stream().filter(s -> s.id().equals(snapshot)).findFirst();
    }

    private static void addWithChildren(FakeMachine machine, FakeSnapshot snapshot, List<Snapshot> sorted) {
        sorted.add(snapshot.view(machine.current.equals(Optional.of(snapshot.id()))));
        machine.snapshots.values().stream()
                .filter(s -> s.parent().equals(Optional.of(snapshot.id())))
                .forEach(s -> addWithChildren(machine, s, sorted));
    }

    @Override
    public Snapshot create(MachineId id, SnapshotRequest request) {
        return connection.get(() -> {
            FakeMachine machine = state.machine(id);
            requireGood(machine, request);
            FakeDocument frozen = machine.now().copy();
            FakeSnapshot snapshot = new FakeSnapshot(
                    request.id(),
                    request.name(),
                    request.note(),
                    state.now(),
                    machine.current,
                    Snapshot.Kind.EXTERNAL,
                    consistency(machine, request),
                    request.memory(),
                    frozen.print(),
                    frozen.hardware(),
                    Map.of());
            request.memory().ifPresent(path -> writeMemory(machine, frozen, path));
            for (Disk disk : frozen.hardware().writableDisks()) {
                goOn(machine, disk, request.overlays().get(disk.target()));
            }
            machine.snapshots.put(request.id(), snapshot);
            machine.current = Optional.of(request.id());
            state.changed(id);
            return snapshot.view(true);
        });
    }

    private void requireGood(FakeMachine machine, SnapshotRequest request) {
        if (!ID.matcher(request.id().value()).matches()) {
            throw new HypervisorException(
                    Kind.INVALID, "\"" + request.id() + "\" is no id for a snapshot; choose another.");
        }
        if (machine.snapshots.containsKey(request.id())) {
            throw new HypervisorException(
                    Kind.EXISTS, "There is already a snapshot " + request.id() + "; choose another.");
        }
        PowerState power = machine.state();
        boolean needsGuest = request.memory().isPresent() || request.quiesce();
        if (power == PowerState.SAVED || power == PowerState.CRASHED || (needsGuest && !machine.isActive())) {
            throw new HypervisorException(
                    Kind.WRONG_STATE,
                    machine.name() + " is " + power + ", so this snapshot is not possible; change that.");
        }
        if (request.quiesce() && !(machine.agent && power == PowerState.RUNNING)) {
            throw new HypervisorException(
                    Kind.FAILED, "The guest agent of " + machine.name() + " does not answer; go on without it.");
        }
        request.memory().filter(state.files::containsKey).ifPresent(path -> {
            throw new HypervisorException(Kind.EXISTS, "There is already a file " + path + "; choose another.");
        });
        List<Disk> disks = machine.now().hardware().writableDisks();
        disks.forEach(d -> requireOverlay(d, request.overlays().get(d.target())));
        if (disks.size() != request.overlays().size()) {
            throw new HypervisorException(Kind.INVALID, "The snapshot names a drive that is not there; correct it.");
        }
    }

    private void requireOverlay(Disk disk, @Nullable String path) {
        if (path == null) {
            throw new HypervisorException(Kind.INVALID, "The drive " + disk.target() + " has no overlay; name one.");
        }
        FakeFile overlay = state.file(path);
        if (!overlay.format.equals("qcow2") || !overlay.backing.equals(disk.source()) || !overlay.writes.isEmpty()) {
            throw new HypervisorException(
                    Kind.INVALID, path + " is no empty overlay of the drive " + disk.target() + "; make one.");
        }
    }

    private static Consistency consistency(FakeMachine machine, SnapshotRequest request) {
        if (!machine.isActive()) {
            return Consistency.OFF;
        }
        if (request.memory().isPresent()) {
            return Consistency.MEMORY;
        }
        return request.quiesce() ? Consistency.QUIESCED : Consistency.CRASH_CONSISTENT;
    }

    private void writeMemory(FakeMachine machine, FakeDocument frozen, String path) {
        FakeFile file = new FakeFile(path, "raw", 1 << 20, Optional.empty(), new byte[0]);
        file.writes.putAll(machine.memory);
        file.memoryOf = Optional.of(frozen.print());
        file.stamp = state.tick();
        state.files.put(path, file);
    }

    private static void goOn(FakeMachine machine, Disk disk, @Nullable String overlay) {
        if (overlay == null) {
            return;
        }
        machine.now().disk(disk.target(), overlay);
        boolean alsoNext = machine.definition.disks().stream()
                .anyMatch(d -> d.target().equals(disk.target()) && d.source().equals(disk.source()));
        if (alsoNext) {
            machine.definition.disk(disk.target(), overlay);
        }
    }

    private static FakeSnapshot require(FakeMachine machine, SnapshotId id) {
        FakeSnapshot snapshot = machine.snapshots.get(id);
        if (snapshot == null) {
            throw new HypervisorException(
                    Kind.NOT_FOUND, machine.name() + " has no snapshot " + id + "; it was deleted.");
        }
        return snapshot;
    }

    @Override
    public void describe(MachineId id, SnapshotId snapshot, String name, String note) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            machine.snapshots.put(snapshot, require(machine, snapshot).described(name, note));
            state.changed(id);
        });
    }

    @Override
    public void makeCurrent(MachineId id, SnapshotId snapshot) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            machine.current = Optional.of(require(machine, snapshot).id());
            state.changed(id);
        });
    }

    @Override
    public void makeNoneCurrent(MachineId id) {
        connection.run(() -> {
            state.machine(id).current = Optional.empty();
            state.changed(id);
        });
    }

    @Override
    public Snapshot adopt(MachineId id, Adoption adoption) {
        return connection.get(() -> {
            FakeMachine machine = state.machine(id);
            FakeSnapshot snapshot = require(state.machine(adoption.from()), adoption.snapshot());
            if (machine.snapshots.containsKey(adoption.snapshot())) {
                throw new HypervisorException(
                        Kind.EXISTS, machine.name() + " has a snapshot " + adoption.snapshot() + " already.");
            }
            adoption.parent().ifPresent(p -> require(machine, p));
            FakeSnapshot adopted = snapshot.adopted(adoption, machine.name());
            machine.snapshots.put(adopted.id(), adopted);
            state.changed(id);
            return adopted.view(false);
        });
    }

    @Override
    public Snapshot record(MachineId id, Lost lost) {
        return connection.get(() -> {
            FakeMachine machine = state.machine(id);
            FakeDocument document = FakeDocument.parse(lost.definition());
            if (!document.id().equals(id)) {
                throw new HypervisorException(Kind.INVALID, "The definition is that of another machine; take its own.");
            }
            if (machine.snapshots.containsKey(lost.snapshot())) {
                throw new HypervisorException(
                        Kind.EXISTS, machine.name() + " has a snapshot " + lost.snapshot() + " already.");
            }
            FakeSnapshot recorded = new FakeSnapshot(
                    lost.snapshot(),
                    lost.name(),
                    "",
                    lost.created(),
                    Optional.empty(),
                    Snapshot.Kind.EXTERNAL,
                    Consistency.CRASH_CONSISTENT,
                    Optional.empty(),
                    document.print(),
                    document.hardware(),
                    Map.of());
            machine.snapshots.put(recorded.id(), recorded);
            state.changed(id);
            return recorded.view(false);
        });
    }

    @Override
    public void relocate(MachineId id, SnapshotId snapshot, String image, String to) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            machine.snapshots.put(snapshot, require(machine, snapshot).relocated(image, to));
            state.changed(id);
        });
    }

    @Override
    public void forget(MachineId id, SnapshotId snapshot) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            FakeSnapshot gone = require(machine, snapshot);
            machine.snapshots.remove(snapshot);
            machine.snapshots.replaceAll(
                    (key, s) -> s.parent().equals(Optional.of(snapshot)) ? s.under(gone.parent()) : s);
            if (machine.current.equals(Optional.of(snapshot))) {
                machine.current = gone.parent();
            }
            state.changed(id);
        });
    }

    @Override
    public void revertInternal(MachineId id, SnapshotId snapshot) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            FakeSnapshot back = require(machine, snapshot);
            if (back.kind() != Snapshot.Kind.INTERNAL) {
                throw new HypervisorException(
                        Kind.UNSUPPORTED, "The hypervisor cannot revert to " + back.name() + " by itself.");
            }
            if (machine.isActive()) {
                FakePower.stop(state, machine, StopReason.FORCED);
            }
            machine.definition = FakeDocument.parse(back.definition());
            for (Disk disk : machine.definition.hardware().writableDisks()) {
                FakeFile image = state.file(disk.source().orElseThrow());
                image.writes.clear();
                image.writes.putAll(back.inside().getOrDefault(disk.target(), Map.of()));
                image.stamp = state.tick();
            }
            machine.current = Optional.of(snapshot);
            state.changed(id);
        });
    }
}
