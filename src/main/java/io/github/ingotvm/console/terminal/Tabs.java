package io.github.ingotvm.console.terminal;

import java.util.BitSet;

/** Tab stops: every eight columns, until the guest sets its own. */
final class Tabs {
    private static final int EVERY = 8;

    private final BitSet stops = new BitSet();

    Tabs(int columns) {
        reset(columns);
    }

    void reset(int columns) {
        stops.clear();
        widen(0, columns);
    }

    void widen(int before, int columns) {
        for (int column = before / EVERY * EVERY + EVERY; column < columns; column += EVERY) {
            stops.set(column);
        }
    }

    /** The column so many stops to the right. */
    int after(int column, int count, int columns) {
        int at = column;
        for (int i = 0; i < count && at < columns - 1; i++) {
            int next = stops.nextSetBit(at + 1);
            at = next < 0 || next >= columns ? columns - 1 : next;
        }
        return at;
    }

    /** The column so many stops to the left. */
    int before(int column, int count) {
        int at = column;
        for (int i = 0; i < count && at > 0; i++) {
            at = Math.max(stops.previousSetBit(at - 1), 0);
        }
        return at;
    }

    void set(int column) {
        stops.set(column);
    }

    /** @param what 0 the one here, 3 all */
    void clear(int what, int column) {
        if (what == 0) {
            stops.clear(column);
        } else if (what == 3) {
            stops.clear();
        }
    }
}
