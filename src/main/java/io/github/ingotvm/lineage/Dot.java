package io.github.ingotvm.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trees of origins in the language of Graphviz. */
public final class Dot {
    private Dot() {}

    public static String write(Forest forest) {
        StringBuilder dot = new StringBuilder("""
                digraph ingot {
                  rankdir=LR;
                  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif", fontsize=10];
                  edge [color=gray50, arrowsize=0.6];
                """);
        Map<String, String> names = new HashMap<>();
        List<Node> nodes = forest.nodes();
        for (Node node : nodes) {
            String name = "n" + names.size();
            names.put(node.key(), name);
            Caption caption = Caption.of(node);
            dot.append("  %s [label=\"%s\\n%s\"%s];%n"
                    .formatted(name, escape(caption.title()), escape(caption.words()), look(node)));
        }
        for (Node node : nodes) {
            node.children()
                    .forEach(child -> dot.append(
                            "  %s -> %s%s;%n".formatted(names.get(node.key()), names.get(child.key()), line(child))));
        }
        return dot.append("}\n").toString();
    }

    private static String look(Node node) {
        if (node.subject() instanceof Subject.Frozen f) {
            return f.golden().isPresent() ? ", fillcolor=\"#ffe6a3\"" : ", fillcolor=gray95";
        }
        return node.subject() instanceof Subject.Gone ? ", style=\"rounded,dashed\"" : ", penwidth=1.6";
    }

    private static String line(Node child) {
        return child.kin() == Kin.COPIED ? " [style=dashed]" : "";
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }
}
