package io.github.ingotvm.model;

import java.util.List;
import java.util.Optional;

/**
 * What an update or a reset would do to a clone.
 *
 * @param to what its system disk would be fresh from; empty when that cannot be told
 * @param needed false when the clone stands on that version already and an update has nothing to do
 * @param written bytes it has written to its system disk since it was cast; they are kept for an undo, and gone with that
 * @param snapshots names of its own snapshots; they stay, and so does what they stand on
 * @param dropsFormer whether the undo of an earlier update or reset goes
 * @param obstacle why it cannot be done at all; whether the clone runs is not among the reasons
 */
public record CloneChange(
        VirtualMachine machine,
        Optional<Lineage> to,
        boolean needed,
        long written,
        List<String> snapshots,
        boolean dropsFormer,
        Optional<IngotException> obstacle) {
    public CloneChange {
        snapshots = List.copyOf(snapshots);
    }

    /** Whether it must be shut down first. */
    public boolean isRunning() {
        return machine.state().isActive();
    }
}
