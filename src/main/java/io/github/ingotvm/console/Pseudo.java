package io.github.ingotvm.console;

/** Numbers of encodings that carry no pixels: they say what the client understands (RFC 6143, section 7.8). */
final class Pseudo {
    /** RFC 6143, section 7.8.2: the screen has another size. */
    static final int DESKTOP_SIZE = -223;

    /** The community's rfbproto, “LastRect”: the update ends here, however many rectangles it announced. */
    static final int LAST_RECT = -224;

    /** RFC 6143, section 7.8.1: the pointer's shape. */
    static final int CURSOR = -239;

    /** rfbproto, “QEMU Pointer Motion Change”: the server wants to know where the pointer is, or how far it moves. */
    static final int POINTER_MOTION = -257;

    /** rfbproto, “QEMU Extended Key Event”: the server takes scan codes. */
    static final int QEMU_KEYS = -258;

    /** rfbproto, “QEMU LED State”: Caps Lock and its like. */
    static final int LED_STATE = -261;

    /** rfbproto, “DesktopName”. */
    static final int DESKTOP_NAME = -307;

    /** rfbproto, “ExtendedDesktopSize”: another size, and the client may wish for one. */
    static final int EXTENDED_DESKTOP_SIZE = -308;

    /** rfbproto, “Extended Clipboard”: text in UTF-8, fetched when it is wanted. */
    static final int EXTENDED_CLIPBOARD = 0xC0A1E5CE;

    private Pseudo() {}

    static int[] all() {
        return new int[] {
            CURSOR,
            DESKTOP_SIZE,
            EXTENDED_DESKTOP_SIZE,
            POINTER_MOTION,
            QEMU_KEYS,
            LED_STATE,
            DESKTOP_NAME,
            LAST_RECT,
            EXTENDED_CLIPBOARD
        };
    }
}
