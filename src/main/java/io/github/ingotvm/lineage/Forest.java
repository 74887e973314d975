package io.github.ingotvm.lineage;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All trees of origins of a connection.
 *
 * @param roots machines that came from no other, in the order in which machines were given
 */
public record Forest(List<Node> roots) {
    /** From so many on, clones alike are one node. */
    public static final int STACK = 7;

    public Forest {
        roots = List.copyOf(roots);
    }

    /**
     * @param machines in the order in which siblings shall stand
     * @param snapshots of each machine
     * @param stack from how many on clones alike are one node
     * @param open keys of stacks whose clones are to be seen one by one
     */
    public static Forest of(
            Collection<VirtualMachine> machines,
            Map<MachineId, List<Snapshot>> snapshots,
            int stack,
            Set<String> open) {
        return new Growing(machines, snapshots, stack, open).forest();
    }

    /** The key of a machine's node, where it has one of its own. */
    public static String key(MachineId id) {
        return "machine " + id;
    }

    /** What came from a machine, and what it came from. */
    public Forest around(MachineId id) {
        return new Forest(roots.stream()
                .flatMap(r -> r.around(n -> n.subject() instanceof Subject.Machine m
                        && m.machine().id().equals(id)))
                .toList());
    }

    public List<Node> nodes() {
        return roots.stream().flatMap(Node::all).toList();
    }
}
