package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Keysym;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Turns the window's key events into presses and releases of the guest's keys. What went down comes up again as the same key. */
final class Keyboard {
    /** Where keys go. */
    interface Keys {
        void key(int keysym, boolean down);
    }

    private final Keys keys;
    private final Map<KeyCode, Integer> held = new LinkedHashMap<>();
    private boolean sent;

    Keyboard(Keys keys) {
        this.keys = keys;
    }

    void pressed(KeyEvent e) {
        OptionalInt keysym = keysym(e);
        sent = keysym.isPresent();
        if (!sent) {
            return; // a dead key, or one of an input method: what it makes will be typed
        }
        if (e.getCode() == KeyCode.UNDEFINED) {
            tap(keysym.getAsInt());
            return;
        }
        Integer before = held.put(e.getCode(), keysym.getAsInt());
        if (before != null && before != keysym.getAsInt()) {
            keys.key(before, false);
        }
        keys.key(keysym.getAsInt(), true);
    }

    void released(KeyEvent e) {
        Integer keysym = held.remove(e.getCode());
        if (keysym != null) {
            keys.key(keysym, false);
        }
    }

    /** Text that no single key made: with dead keys and input methods. */
    void typed(KeyEvent e) {
        if (sent) {
            sent = false;
            return;
        }
        e.getCharacter().codePoints().filter(c -> c >= 0x20 && c != 0x7F).forEach(c -> tap(Keysym.of(c)));
    }

    /** Lets go of everything: the window no longer hears what is released. */
    void releaseAll() {
        List.copyOf(held.values()).forEach(k -> keys.key(k, false));
        held.clear();
    }

    /** Presses keys in this order and releases them in the other. */
    void chord(List<Integer> keysyms) {
        keysyms.forEach(k -> keys.key(k, true));
        for (int i = keysyms.size() - 1; i >= 0; i--) {
            keys.key(keysyms.get(i), false);
        }
    }

    private void tap(int keysym) {
        chord(List.of(keysym));
    }

    private static OptionalInt keysym(KeyEvent e) {
        OptionalInt named = KeyNames.keysym(e.getCode());
        if (named.isPresent()) {
            return named;
        }
        String text = e.getText();
        if (!text.isEmpty() && text.codePointAt(0) >= 0x20) {
            return OptionalInt.of(Keysym.of(text.codePointAt(0)));
        }
        boolean command = e.isControlDown() || e.isAltDown() || e.isMetaDown();
        // With Ctrl a letter's text is a control character, and the key itself says which letter.
        String letter = command ? e.getCode().getChar() : "";
        if (letter.length() == 1 && letter.charAt(0) > 0x20) {
            char c = letter.charAt(0);
            return OptionalInt.of(Keysym.of(e.isShiftDown() ? c : Character.toLowerCase(c)));
        }
        return OptionalInt.empty();
    }
}
