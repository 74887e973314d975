package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.model.SnapshotNode;
import java.util.List;

/** The snapshots of a machine, drawn as a tree. */
final class SnapshotTree {
    private final Terminal terminal;
    private final List<SnapshotNode> nodes;

    SnapshotTree(Terminal terminal, List<SnapshotNode> nodes) {
        this.terminal = terminal;
        this.nodes = nodes;
    }

    void print() {
        Table table = new Table(terminal, "SNAPSHOT", "GOLDEN", "TAKEN", "CONSISTENCY", "SIZE", "CLONES", "NOTE");
        List<String> branches =
                TreeLines.of(nodes.stream().map(SnapshotNode::depth).toList());
        for (int i = 0; i < nodes.size(); i++) {
            SnapshotNode node = nodes.get(i);
            var snapshot = node.snapshot();
            table.row(
                    Cell.of(branches.get(i) + snapshot.name() + (snapshot.current() ? "  ← now" : ""), Style.BOLD),
                    Cell.of(node.golden().map(g -> "★ " + g.label()).orElse(""), Style.GOLD),
                    Cell.of(Times.local(snapshot.created())),
                    Cell.of(Words.consistency(snapshot)),
                    Cell.right(ByteSize.text(node.size())),
                    Cell.right(
                            node.clones().isEmpty()
                                    ? ""
                                    : Integer.toString(node.clones().size())),
                    Cell.of(snapshot.note()));
        }
        table.print();
    }
}
