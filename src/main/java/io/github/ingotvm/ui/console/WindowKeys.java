package io.github.ingotvm.ui.console;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that stay with the window while a machine has the keyboard: the guest gets them by <em>Send keys</em>. */
final class WindowKeys {
    private WindowKeys() {}

    static boolean isOne(KeyEvent e) {
        boolean plain = !e.isControlDown() && !e.isAltDown() && !e.isShiftDown() && !e.isMetaDown();
        return e.getCode() == KeyCode.F11 && plain;
    }
}
