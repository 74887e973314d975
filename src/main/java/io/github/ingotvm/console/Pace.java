package io.github.ingotvm.console;

/**
 * Asks for the next frame when the last one was taken, and not before (RFC 6143, section 7.5.3: updates come on request). What
 * comes unasked is added to the frame that waits.
 */
final class Pace {
    /** A screen may change its size, even some times at once; but not for ever while nobody has seen one of them. */
    private static final int MOST_SIZES = 64;

    private final Framebuffer screen;
    private final Outbox outbox;
    private final ScreenListener listener;
    private boolean waiting;
    private boolean whole;
    private int sizes;

    Pace(Framebuffer screen, Outbox outbox, ScreenListener listener) {
        this.screen = screen;
        this.outbox = outbox;
        this.listener = listener;
    }

    void begin() {
        outbox.add(ClientMessages.updateRequest(false, screen.width(), screen.height()));
    }

    /** @param resized whether the screen has another size, and so must be asked for as a whole */
    void arrived(boolean resized) {
        synchronized (this) {
            whole |= resized;
            if (resized && ++sizes > MOST_SIZES) {
                throw ConsoleException.broken("one size after the other");
            }
            if (waiting) {
                return;
            }
            waiting = true;
        }
        listener.frameReady();
    }

    void take(Framebuffer.Look look) {
        boolean incremental;
        synchronized (this) {
            if (!waiting) {
                return;
            }
            waiting = false;
            incremental = !whole;
            whole = false;
            sizes = 0;
        }
        try {
            screen.take(look);
        } finally {
            outbox.add(ClientMessages.updateRequest(incremental, screen.width(), screen.height()));
        }
    }
}
