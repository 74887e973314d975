package io.github.ingotvm.console.terminal;

/** The numbers of a control sequence (ECMA-48, 5.4.1). However many and large they are, these few and small ones are kept. */
final class Parameters {
    private static final int MOST = 32;
    private static final int LARGEST = 9999;
    private static final int ABSENT = -1;

    private final int[] values = new int[MOST];
    /** Whether a value belongs to the one before it: it came after a colon. */
    private final boolean[] sub = new boolean[MOST];

    private int count;
    /** Whether there was one more. */
    private boolean full;

    void clear() {
        count = 0;
        full = false;
    }

    void digit(int digit) {
        if (count == 0) {
            start(false);
        }
        if (!full) {
            int value = Math.max(values[count - 1], 0);
            values[count - 1] = Math.min(value * 10 + digit, LARGEST);
        }
    }

    /** The next value begins. */
    void next(boolean isSub) {
        if (count == 0) {
            start(false);
        }
        start(isSub);
    }

    private void start(boolean isSub) {
        full = count == MOST;
        if (!full) {
            values[count] = ABSENT;
            sub[count] = isSub;
            count++;
        }
    }

    int count() {
        return count;
    }

    boolean isSub(int index) {
        return index < count && sub[index];
    }

    /** The value at an index; the default where there is none. */
    int get(int index, int orElse) {
        return index < count && values[index] != ABSENT ? values[index] : orElse;
    }

    /** A count, which is 1 where none or zero is said. */
    int times() {
        return Math.max(get(0, 1), 1);
    }
}
