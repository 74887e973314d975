package io.github.ingotvm.console.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The lines that have left the screen at its top, the last so many. */
final class Scrollback {
    static final int MOST = 5000;

    private final Deque<Line> lines = new ArrayDeque<>();
    private long dropped;

    void add(Line line) {
        if (lines.size() == MOST) {
            lines.removeFirst();
            dropped++;
        }
        lines.addLast(line);
    }

    void clear() {
        dropped += lines.size();
        lines.clear();
    }

    int size() {
        return lines.size();
    }

    /** How many lines there were before the first one kept: what places in the text are counted by. */
    long dropped() {
        return dropped;
    }

    List<Line> all() {
        return new ArrayList<>(lines);
    }
}
