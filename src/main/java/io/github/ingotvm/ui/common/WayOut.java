package io.github.ingotvm.ui.common;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Ctrl and Alt pressed together and let go with nothing in between: the user wants the keyboard back. */
public final class WayOut {
    private boolean armed;

    /** Whether this event, the last of many, takes the way out. */
    public boolean isTaken(KeyEvent e) {
        if (e.getEventType() == KeyEvent.KEY_PRESSED) {
            boolean both = (e.getCode() == KeyCode.ALT && e.isControlDown())
                    || (e.getCode() == KeyCode.CONTROL && e.isAltDown());
            armed = both && !e.isShiftDown() && !e.isMetaDown();
            return false;
        }
        boolean taken = armed
                && e.getEventType() == KeyEvent.KEY_RELEASED
                && (e.getCode() == KeyCode.ALT || e.getCode() == KeyCode.CONTROL);
        armed = armed && !taken;
        return taken;
    }
}
