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
        /** @param scanCode 0 when the key's place is not known */
        void key(int keysym, int scanCode, boolean down);
    }

    /** Where keys are. */
    interface Places {
        /**
         * The scan code of a key; 0 when it is not known.
         *
         * @param base the sign that it types by itself; 0 when that is not known
         */
        int scanCode(int keysym, int base);
    }

    /** A key of the guest's that is down. */
    private record Key(int keysym, int scanCode) {}

    private final Places places;
    private final Keys keys;
    private final Map<KeyCode, Key> held = new LinkedHashMap<>();
    private boolean sent;

    Keyboard(Places places, Keys keys) {
        this.places = places;
        this.keys = keys;
    }

    void pressed(KeyEvent e) {
        OptionalInt keysym = keysym(e);
        sent = keysym.isPresent();
        if (!sent) {
            return; // a dead key, or one of an input method: what it makes will be typed
        }
        Key key = new Key(keysym.getAsInt(), places.scanCode(keysym.getAsInt(), base(e.getCode())));
        if (e.getCode() == KeyCode.UNDEFINED) {
            tap(key);
            return;
        }
        Key before = held.put(e.getCode(), key);
        if (before != null && !before.equals(key)) {
            send(before, false);
        }
        send(key, true);
    }

    void released(KeyEvent e) {
        Key key = held.remove(e.getCode());
        if (key != null) {
            send(key, false);
        }
    }

    /** Text that no single key made: with dead keys and input methods. */
    void typed(KeyEvent e) {
        if (sent) {
            sent = false;
            return;
        }
        e.getCharacter().codePoints().filter(c -> c >= 0x20 && c != 0x7F).forEach(c -> tap(key(Keysym.of(c))));
    }

    /** Lets go of everything: the window no longer hears what is released. */
    void releaseAll() {
        List.copyOf(held.values()).forEach(k -> send(k, false));
        held.clear();
    }

    /** Presses keys in this order and releases them in the other. */
    void chord(List<Integer> keysyms) {
        List<Key> all = keysyms.stream().map(this::key).toList();
        all.forEach(k -> send(k, true));
        for (int i = all.size() - 1; i >= 0; i--) {
            send(all.get(i), false);
        }
    }

    private Key key(int keysym) {
        return new Key(keysym, places.scanCode(keysym, 0));
    }

    private void tap(Key key) {
        send(key, true);
        send(key, false);
    }

    private void send(Key key, boolean down) {
        keys.key(key.keysym(), key.scanCode(), down);
    }

    /** What the key types by itself, as far as JavaFX says. */
    private static int base(KeyCode code) {
        String sign = code.getChar();
        return sign.length() == 1 && sign.charAt(0) > 0x20 ? Character.toLowerCase(sign.charAt(0)) : 0;
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
        int letter = command ? base(e.getCode()) : 0;
        if (letter != 0) {
            return OptionalInt.of(Keysym.of(e.isShiftDown() ? Character.toUpperCase(letter) : letter));
        }
        return OptionalInt.empty();
    }
}
