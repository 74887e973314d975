package io.github.ingotvm.console;

/** What a server says to {@link RfbClient#wishSize} (rfbproto, “ExtendedDesktopSize Pseudo-encoding”, status codes). */
public enum SizeAnswer {
    /** The screen has that size. */
    DONE,
    /** The guest was asked; the screen changes when, and if, it follows. */
    ASKED,
    /** Not with this guest or this display, now or ever. */
    REFUSED,
    /** Not now, for want of memory. */
    NO_ROOM;

    static SizeAnswer of(int status) {
        return switch (status) {
            case 0 -> DONE;
            case 2 -> NO_ROOM;
            case 4 -> ASKED;
            default -> REFUSED; // 1 and 3, and what the protocol may add
        };
    }
}
