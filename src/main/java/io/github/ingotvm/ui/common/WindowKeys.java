package io.github.ingotvm.ui.common;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that stay with the window while a machine has the keyboard: the guest gets them by <em>Send keys</em>. */
public final class WindowKeys {
    private WindowKeys() {}

    public static boolean isOne(KeyEvent e) {
        boolean plain = !e.isControlDown() && !e.isAltDown() && !e.isShiftDown() && !e.isMetaDown();
        return e.getCode() == KeyCode.F11 && plain;
    }
}
