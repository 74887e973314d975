package io.github.ingotvm.console;

import java.util.function.LongSupplier;

/**
 * Keeps QEMU looking at its guest while somebody types or points.
 *
 * <p>QEMU looks for something new to send at most every 30 ms. Each look that finds nothing makes the next one come 50 ms later, and
 * any input makes one come at once: before the guest can have painted its answer, so that the answer waits for the look after, 80 ms
 * later. A message between two looks keeps them at 30 ms. Peeking at the clipboard (rfbproto, “Extended Clipboard”) is such a message,
 * of which QEMU makes nothing else and the guest hears nothing. {@code packaging/bench --console} says what it brings.
 */
final class Attention {
    /** Between messages; QEMU's own interval is a little longer. */
    static final long PERIOD_MILLIS = 25;

    private static final long SPAN_NANOS = 1_000_000_000;

    private final LongSupplier clock;
    private volatile boolean wanted;
    private volatile boolean roused;
    private volatile long until;

    /** @param clock in nanoseconds, from anywhere */
    Attention(LongSupplier clock) {
        this.clock = clock;
    }

    /** The server is one that needs it. */
    void want() {
        wanted = true;
    }

    /** There was input: the answer is awaited for a second. */
    void rouse() {
        until = clock.getAsLong() + SPAN_NANOS;
        roused = true;
    }

    boolean isOn() {
        return wanted && roused && until - clock.getAsLong() > 0;
    }
}
