package io.github.ingotvm.cli;

import java.util.ArrayList;
import java.util.List;

/** The lines that show a tree beside its nodes. */
final class TreeLines {
    private TreeLines() {}

    /**
     * What to write before each node.
     *
     * @param depths of the nodes, depth first; those of depth 0 are roots and have no lines
     */
    static List<String> of(List<Integer> depths) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < depths.size(); i++) {
            int depth = depths.get(i);
            StringBuilder line = new StringBuilder();
            for (int level = 1; level < depth; level++) {
                line.append(goesOn(depths, i, level) ? "│  " : "   ");
            }
            if (depth > 0) {
                line.append(goesOn(depths, i, depth) ? "├─ " : "└─ ");
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Whether a later node of this level hangs on the same parent. */
    private static boolean goesOn(List<Integer> depths, int from, int level) {
        for (int i = from + 1; i < depths.size() && depths.get(i) >= level; i++) {
            if (depths.get(i) == level) {
                return true;
            }
        }
        return false;
    }
}
