package io.github.ingotvm.ui.console;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** Gives a view's key events to the guest's keyboard while the view has the focus; when it loses it, nothing stays pressed. */
final class GuestKeys {
    private final Keyboard keyboard;

    /** @param own sees presses and releases before the guest does, and says which are not for it */
    GuestKeys(Node view, Keyboard keyboard, Predicate<KeyEvent> own) {
        this.keyboard = keyboard;
        view.addEventHandler(KeyEvent.ANY, e -> {
            if (!own.test(e)) {
                keyed(e);
                e.consume();
            }
        });
        view.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                keyboard.listen();
            } else {
                keyboard.releaseAll();
            }
        });
    }

    private void keyed(KeyEvent e) {
        if (e.getEventType() == KeyEvent.KEY_PRESSED) {
            keyboard.pressed(e);
        } else if (e.getEventType() == KeyEvent.KEY_RELEASED) {
            keyboard.released(e);
        } else {
            keyboard.typed(e);
        }
    }
}
