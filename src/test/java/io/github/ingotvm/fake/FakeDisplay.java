package io.github.ingotvm.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A guest's end of its screens: what came through them, and how it takes it. Safe for several threads. */
final class FakeDisplay {
    final List<Integer> keysyms = new CopyOnWriteArrayList<>();
    /** Of the same keys; 0 where only the sign came. */
    final List<Integer> scanCodes = new CopyOnWriteArrayList<>();
    /** Keys that are down, in the order they went down. */
    final List<Integer> held = new CopyOnWriteArrayList<>();

    final List<FakeGuest.Pointer> pointers = new CopyOnWriteArrayList<>();
    /** Texts that were copied on the other side. */
    final List<String> clipboard = new CopyOnWriteArrayList<>();

    private boolean follows;
    private boolean mouse;
    private int width;
    private int height;

    FakeDisplay(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void key(int keysym, int scanCode, boolean down) {
        held.remove((Integer) keysym);
        if (down) {
            keysyms.add(keysym);
            scanCodes.add(scanCode);
            held.add(keysym);
        }
    }

    synchronized void setFollows(boolean follows) {
        this.follows = follows;
    }

    /** Whether it knows only how far its pointer moves. */
    synchronized void setMouse(boolean mouse) {
        this.mouse = mouse;
    }

    synchronized boolean hasMouse() {
        return mouse;
    }

    /** Somebody wishes for another size. Gives whether the guest has it now. */
    synchronized boolean wish(int newWidth, int newHeight) {
        if (follows) {
            width = newWidth;
            height = newHeight;
        }
        return follows;
    }

    synchronized void setSize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    synchronized int width() {
        return width;
    }

    synchronized int height() {
        return height;
    }
}
