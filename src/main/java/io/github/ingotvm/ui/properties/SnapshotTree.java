package io.github.ingotvm.ui.properties;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.properties.SnapshotRow.Rail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lays a machine's snapshots out: parents before children, and the branch that leads to the present last. */
final class SnapshotTree {
    private final VirtualMachine machine;
    private final List<SnapshotNode> nodes;
    private final Set<SnapshotId> known;
    private final List<SnapshotRow> rows = new ArrayList<>();

    private SnapshotTree(VirtualMachine machine, List<SnapshotNode> nodes) {
        this.machine = machine;
        this.nodes = nodes;
        this.known = nodes.stream().map(n -> n.snapshot().id()).collect(Collectors.toSet());
    }

    /** @param nodes siblings by age */
    static List<SnapshotRow> rows(VirtualMachine machine, List<SnapshotNode> nodes) {
        SnapshotTree tree = new SnapshotTree(machine, nodes);
        List<SnapshotNode> roots = nodes.stream()
                .filter(n -> n.snapshot().parent().filter(tree.known::contains).isEmpty())
                .toList();
        boolean nowhere = nodes.stream().noneMatch(n -> n.snapshot().current());
        List<Optional<SnapshotNode>> tops = tree.presentLast(roots);
        if (nowhere) {
            tops.add(Optional.empty());
        }
        for (Optional<SnapshotNode> top : tops) {
            tree.add(top, 0, Optional.empty(), new TreeSet<>());
        }
        return tree.rows;
    }

    private void add(Optional<SnapshotNode> node, int lane, Optional<Integer> from, Set<Integer> through) {
        List<Optional<SnapshotNode>> children = node.map(this::children).orElse(List.of());
        rows.add(new SnapshotRow(node, machine, new Rail(lane, from, List.copyOf(through), !children.isEmpty())));
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            Set<Integer> passing = new TreeSet<>(through);
            if (!last) {
                passing.add(lane);
            }
            add(children.get(i), last ? lane : lane + 1, Optional.of(lane), passing);
        }
    }

    private List<Optional<SnapshotNode>> children(SnapshotNode parent) {
        SnapshotId id = parent.snapshot().id();
        List<Optional<SnapshotNode>> children = presentLast(nodes.stream()
                .filter(n -> n.snapshot().parent().equals(Optional.of(id)))
                .toList());
        if (parent.snapshot().current()) {
            children.add(Optional.empty());
        }
        return children;
    }

    private List<Optional<SnapshotNode>> presentLast(List<SnapshotNode> siblings) {
        List<Optional<SnapshotNode>> ordered = new ArrayList<>();
        siblings.stream().filter(n -> !leadsToPresent(n)).forEach(n -> ordered.add(Optional.of(n)));
        siblings.stream().filter(this::leadsToPresent).forEach(n -> ordered.add(Optional.of(n)));
        return ordered;
    }

    private boolean leadsToPresent(SnapshotNode node) {
        Optional<Snapshot> at = nodes.stream()
                .map(SnapshotNode::snapshot)
                .filter(Snapshot::current)
                .findFirst();
        // As many steps as there are snapshots at most: a circle, which nobody should have made, must not hang the
        // window.
        for (int steps = 0; at.isPresent() && steps <= nodes.size(); steps++) {
            if (at.get().id().equals(node.snapshot().id())) {
                return true;
            }
            Optional<SnapshotId> parent = at.get().parent();
            at = parent.flatMap(p -> nodes.stream()
                    .map(SnapshotNode::snapshot)
                    .filter(s -> s.id().equals(p))
                    .findFirst());
        }
        return false;
    }
}
