package io.github.ingotvm.console;

/**
 * What a server has said of itself. Written by the reader, read by all.
 */
final class Desktop {
    private final PointerMotion pointer = new PointerMotion();
    private static final String QEMU = "QEMU";

    private volatile boolean isQemu;
    private volatile boolean takesScanCodes;
    private volatile boolean resizable;
    private volatile int screen;
    private volatile int screenFlags;

    /** @param name that the server gives, for people (RFC 6143, section 7.3.2) */
    void named(String name) {
        isQemu = name.equals(QEMU) || name.startsWith(QEMU + " (");
    }

    boolean isQemu() {
        return isQemu;
    }

    PointerMotion pointer() {
        return pointer;
    }

    boolean takesScanCodes() {
        return takesScanCodes;
    }

    void takeScanCodes() {
        takesScanCodes = true;
    }

    boolean isResizable() {
        return resizable;
    }

    byte[] wish(int width, int height) {
        return ClientMessages.setDesktopSize(width, height, screen, screenFlags);
    }

    /**
     * The list of screens (rfbproto, “ExtendedDesktopSize Pseudo-encoding”); the first one's number and flags must be given back
     * with a wish.
     */
    void readScreens(WireReader in) {
        int count = in.u8();
        in.skip(3);
        for (int i = 0; i < count; i++) {
            int id = in.s32();
            in.skip(8);
            int flags = in.s32();
            if (i == 0) {
                screen = id;
                screenFlags = flags;
            }
        }
        resizable = true;
    }
}
