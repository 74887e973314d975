package io.github.ingotvm.cli;

import io.github.ingotvm.lineage.Caption;
import io.github.ingotvm.lineage.Forest;
import io.github.ingotvm.lineage.Node;
import io.github.ingotvm.lineage.Subject;
import java.util.ArrayList;
import java.util.List;

/** Trees of origins as text. */
final class ForestText {
    private final Terminal terminal;
    private final List<Integer> depths = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    ForestText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Forest forest) {
        forest.roots().forEach(r -> add(r, 0));
        List<String> branches = TreeLines.of(depths);
        boolean colours = terminal.hasColours();
        for (int i = 0; i < texts.size(); i++) {
            terminal.out().println(Style.DIM.paint(branches.get(i), colours) + texts.get(i));
        }
    }

    private void add(Node node, int depth) {
        depths.add(depth);
        texts.add(text(node));
        node.children().forEach(c -> add(c, depth + 1));
    }

    private String text(Node node) {
        boolean colours = terminal.hasColours();
        Caption caption = Caption.of(node);
        String title = Width.safe(caption.title());
        if (node.subject() instanceof Subject.Frozen f) {
            String golden = f.golden()
                    .map(g -> "  ★ " + g.label() + (f.current() ? " current" : ""))
                    .orElse("");
            return title
                    + Style.GOLD.paint(golden, colours)
                    + Style.DIM.paint(f.snapshot().current() ? "  ← now" : "", colours);
        }
        return Style.BOLD.paint(title, colours) + "  " + Style.DIM.paint(Width.safe(caption.words()), colours);
    }
}
