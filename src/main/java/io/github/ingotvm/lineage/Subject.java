package io.github.ingotvm.lineage;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;

/** What a node stands for. */
public sealed interface Subject {
    /** A machine. */
    record Machine(VirtualMachine machine) implements Subject {}

    /**
     * A snapshot.
     *
     * @param golden its mark, when it is promoted
     * @param current whether that is what clones are cast from by default
     */
    record Frozen(VirtualMachine owner, Snapshot snapshot, Optional<GoldenVersion> golden, boolean current)
            implements Subject {}

    /** Many clones alike: of one parent, of one kind, with nothing that came from them. */
    record Stack(List<VirtualMachine> clones) implements Subject {
        public Stack {
            clones = List.copyOf(clones);
        }
    }

    /** What clones came from that is there no more. */
    record Gone(Lineage origin) implements Subject {}

    /** The machine that it is or belongs to, where there is just one. */
    default Optional<MachineId> machineId() {
        if (this instanceof Machine m) {
            return Optional.of(m.machine().id());
        }
        return this instanceof Frozen f ? Optional.of(f.owner().id()) : Optional.empty();
    }
}
