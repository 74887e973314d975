package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.console.keyboard.KeyPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Where keys are; see {@link KeyPlaces}. */
    interface Places {
        /** @param base the sign that it types by itself; 0 when that is not known */
        int scanCode(int keysym, int base);

        default int pressed(int keysym, int base) {
            return scanCode(keysym, base);
        }

        default void listen() {}

        static Places of(KeyPlaces places) {
            return new Places() {
                @Override
                public int scanCode(int keysym, int base) {
                    return places.scanCode(keysym, base);
                }

                @Override
                public int pressed(int keysym, int base) {
                    return places.pressed(keysym, base);
                }

                @Override
                public void listen() {
                    places.listen();
                }
            };
        }
    }

    /** A key of the guest's that is down. */
    private record Key(int keysym, int scanCode) {}

    /** @param code JavaFX's name of it */
    private record Held(KeyCode code, Key key) {}

    private static final Key NO_KEY = new Key(0, 0);

    private final Places places;
    private final Keys keys;
    private final List<Held> held = new ArrayList<>();
    private boolean sent;

    Keyboard(Places places, Keys keys) {
        this.places = places;
        this.keys = keys;
    }

    /** Keys will be pressed from now on. */
    void listen() {
        places.listen();
    }

    void pressed(KeyEvent e) {
        int keysym = keysym(e);
        Optional<Held> before = keysym == 0 ? Optional.empty() : heldBy(e, keysym);
        Optional<Key> repeated = before.map(Held::key).filter(k -> k.keysym() == keysym);
        Key key = repeated.orElseGet(() -> new Key(keysym, places.pressed(keysym, KeyNames.sign(e.getCode()))));
        sent = !key.equals(NO_KEY);
        if (!sent) {
            return; // of an input method, perhaps: what it makes will be typed
        }
        if (repeated.isEmpty()) {
            before.ifPresent(this::letGo);
            held.add(new Held(e.getCode(), key));
        }
        send(key, true);
    }

    void released(KeyEvent e) {
        heldBy(e, keysym(e)).ifPresent(this::letGo);
    }

    /** Most keys have a name, which stays the same whatever else is held. The others are known by their sign or, else, by their place. */
    private Optional<Held> heldBy(KeyEvent e, int keysym) {
        List<Held> alike = held.stream().filter(h -> h.code() == e.getCode()).toList();
        if (e.getCode() != KeyCode.UNDEFINED) {
            return alike.stream().findFirst();
        }
        Optional<Held> same = alike.stream()
                .filter(h -> h.key().keysym() == keysym)
                .reduce((first, last) -> last); // of those without any sign the last is the likeliest
        return same.or(() -> alike.stream()
                .filter(h -> h.key().scanCode() != 0 && h.key().scanCode() == places.scanCode(keysym, 0))
                .findFirst());
    }

    private void letGo(Held key) {
        held.remove(key);
        send(key.key(), false);
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
        List.copyOf(held).forEach(this::letGo);
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

    /** What it types, or its name; 0 when JavaFX says neither. */
    private static int keysym(KeyEvent e) {
        OptionalInt named = KeyNames.keysym(e.getCode());
        if (named.isPresent()) {
            return named.getAsInt();
        }
        String text = e.getText();
        if (!text.isEmpty() && text.codePointAt(0) >= 0x20) {
            return Keysym.of(text.codePointAt(0));
        }
        boolean command = e.isControlDown() || e.isAltDown() || e.isMetaDown();
        // With Ctrl a letter's text is a control character, and the key itself says which letter.
        int letter = command ? KeyNames.sign(e.getCode()) : 0;
        return letter == 0 ? 0 : Keysym.of(e.isShiftDown() ? Character.toUpperCase(letter) : letter);
    }
}
