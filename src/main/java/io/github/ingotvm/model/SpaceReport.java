package io.github.ingotvm.model;

import java.util.List;
import java.util.Optional;

/**
 * Where the space went.
 *
 * @param machines all of them, by name
 * @param pools those that can be seen
 */
public record SpaceReport(List<OfMachine> machines, List<OfPool> pools) {
    public SpaceReport {
        machines = List.copyOf(machines);
        pools = List.copyOf(pools);
    }

    /**
     * A machine.
     *
     * @param depth files in the longest chain of its disks
     * @param snapshots its snapshots, in the hypervisor's order
     */
    public record OfMachine(VirtualMachine machine, SpaceUse use, int depth, List<OfSnapshot> snapshots) {
        public OfMachine {
            snapshots = List.copyOf(snapshots);
        }
    }

    /**
     * A snapshot.
     *
     * @param golden its mark, when it is promoted
     */
    public record OfSnapshot(SnapshotId id, String name, Optional<GoldenVersion> golden, SpaceUse use) {}

    /**
     * A pool.
     *
     * @param used bytes of its files
     * @param leftover of these, what Ingot made and nothing needs; Check removes it
     */
    public record OfPool(Pool pool, long used, long leftover) {}

    public Optional<OfMachine> of(MachineId id) {
        return machines.stream().filter(m -> m.machine().id().equals(id)).findFirst();
    }
}
