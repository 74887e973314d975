package io.github.ingotvm.cli;

import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A machine, its snapshots and the clones that came from each, as one tree. */
final class LineageTree {
    private final Terminal terminal;
    private final List<Integer> depths = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    LineageTree(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(VirtualMachine machine, List<SnapshotNode> snapshots, Collection<VirtualMachine> all) {
        boolean colours = terminal.hasColours();
        add(0, Style.BOLD.paint(Width.safe(machine.displayName()), colours));
        for (SnapshotNode node : snapshots) {
            String golden = node.golden().map(g -> "  ★ " + g.label()).orElse("");
            add(
                    node.depth() + 1,
                    Width.safe(node.snapshot().name())
                            + Style.GOLD.paint(golden, colours)
                            + Style.DIM.paint(node.snapshot().current() ? "  ← now" : "", colours));
            for (VirtualMachine clone : all) {
                clone.mark()
                        .lineage()
                        .filter(l -> l.source().equals(machine.id())
                                && l.snapshot().equals(node.snapshot().id()))
                        .ifPresent(l -> add(
                                node.depth() + 2,
                                Style.BOLD.paint(Width.safe(clone.displayName()), colours)
                                        + (l.linked() ? "  linked clone" : "  full clone")));
            }
        }
        List<String> branches = TreeLines.of(depths);
        for (int i = 0; i < texts.size(); i++) {
            terminal.out().println(Style.DIM.paint(branches.get(i), colours) + texts.get(i));
        }
    }

    private void add(int depth, String text) {
        depths.add(depth);
        texts.add(text);
    }
}
