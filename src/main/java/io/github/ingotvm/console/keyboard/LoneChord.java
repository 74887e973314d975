package io.github.ingotvm.console.keyboard;

import io.github.ingotvm.console.Keysym;

/** Ctrl and Alt pressed together and let go with nothing in between. */
final class LoneChord {
    private boolean control;
    private boolean alt;
    private boolean other;
    private boolean armed;

    /** Whether this key, the last of many, takes the way out. */
    boolean isTaken(int keysym, boolean down) {
        boolean isControl = keysym == Keysym.CONTROL || keysym == Keysym.CONTROL_RIGHT;
        // With Shift, X11 calls the Alt keys Meta; that is another chord.
        boolean isAlt = keysym == Keysym.ALT || keysym == Keysym.ALT_RIGHT;
        if (down) {
            control |= isControl;
            alt |= isAlt;
            other |= !isControl && !isAlt;
            armed = control && alt && !other;
            return false;
        }
        boolean taken = armed && (isControl || isAlt);
        control &= !isControl;
        alt &= !isAlt;
        other &= control || alt;
        armed = false;
        return taken;
    }
}
