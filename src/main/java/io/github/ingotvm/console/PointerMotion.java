package io.github.ingotvm.console;

/**
 * How the server takes the pointer: by its place or, when the guest has only a mouse, by how far it has moved (rfbproto, “QEMU Pointer
 * Motion Change Pseudo-encoding”).
 */
final class PointerMotion {
    /** Stands for no move at all. */
    private static final int STILL = 0x7FFF;

    private static final int MOST = 0xFFFF;

    private boolean relative;
    private boolean placed;
    private int x;
    private int y;

    synchronized void become(boolean nowRelative) {
        relative = nowRelative;
    }

    synchronized boolean isRelative() {
        return relative;
    }

    /** The pointer is at a place of the screen. */
    synchronized byte[] at(int newX, int newY, int buttons) {
        byte[] message = relative
                ? moved(placed ? newX - x : 0, placed ? newY - y : 0, buttons)
                : ClientMessages.pointer(within(newX), within(newY), buttons);
        x = newX;
        y = newY;
        placed = true;
        return message;
    }

    /** The pointer has moved so far. */
    synchronized byte[] by(int dx, int dy, int buttons) {
        if (relative) {
            return moved(dx, dy, buttons);
        }
        return at(within(x + dx), within(y + dy), buttons);
    }

    private static byte[] moved(int dx, int dy, int buttons) {
        return ClientMessages.pointer(within(STILL + dx), within(STILL + dy), buttons);
    }

    private static int within(int value) {
        return Math.max(0, Math.min(value, MOST));
    }
}
