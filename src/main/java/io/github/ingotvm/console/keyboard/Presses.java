package io.github.ingotvm.console.keyboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/** Keys that went down a moment ago and have not been asked for yet, in their order. */
final class Presses {
    private static final int MOST = 256;
    private static final long MOST_MILLIS = 2_000;

    private final Deque<Press> presses = new ArrayDeque<>();

    /**
     * A key that went down.
     *
     * @param keycode as the X server numbers it
     * @param now what was switched on and held
     * @param time in milliseconds, from anywhere
     */
    record Press(int keycode, Keymap.Now now, long time) {}

    void add(Press press) {
        presses.removeIf(p -> press.time() - p.time() > MOST_MILLIS);
        if (presses.size() == MOST) {
            presses.removeFirst();
        }
        presses.addLast(press);
    }

    /** Takes the first that fits, and forgets those before it: who asks sees keys in the same order, if not all of them. */
    Optional<Press> take(Predicate<Press> fits) {
        Optional<Press> found = presses.stream().filter(fits).findFirst();
        if (found.isPresent()) {
            Press first;
            do {
                first = presses.removeFirst();
            } while (!fits.test(first));
        }
        return found;
    }

    void clear() {
        presses.clear();
    }
}
