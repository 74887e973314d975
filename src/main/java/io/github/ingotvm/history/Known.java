package io.github.ingotvm.history;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was last seen of machines and snapshots by whoever works with them: what a change is told from, without asking anew. */
final class Known {
    private final Map<MachineId, VirtualMachine> machines = new ConcurrentHashMap<>();
    private final Map<SnapshotId, String> snapshots = new ConcurrentHashMap<>();

    VirtualMachine saw(VirtualMachine machine) {
        machines.put(machine.id(), machine);
        return machine;
    }

    Snapshot saw(Snapshot snapshot) {
        snapshots.put(snapshot.id(), snapshot.name());
        return snapshot;
    }

    void forget(MachineId id) {
        machines.remove(id);
    }

    Optional<VirtualMachine> machine(MachineId id) {
        return Optional.ofNullable(machines.get(id));
    }

    /** What a machine is called; empty when it was not seen. */
    String name(MachineId id) {
        return machine(id).map(VirtualMachine::displayName).orElse("");
    }

    /** What a snapshot is called, or its id. */
    String name(SnapshotId id) {
        return snapshots.getOrDefault(id, id.value());
    }
}
