package io.github.ingotvm.console.keyboard;

import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.console.RfbClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which key of this computer's keyboard was pressed, as a scan code for {@link RfbClient#key(int, int, boolean)}: with it the guest's
 * own layout decides what is typed, as it would for a keyboard of its own.
 *
 * <p>JavaFX tells the sign that a key types, and not the key. But it runs on X11, or on Xwayland, and the X server knows which signs
 * are on which keys, in all layouts that the user switches between. Keys that are in the same place on every keyboard (Return, the
 * arrows, the numeric keypad, …) need no X server.
 *
 * <p>Safe for several threads. Answers take microseconds; the first one, and the first after the keyboard's layout has changed, some
 * milliseconds. Where there is no X server it knows the keys of fixed places alone.
 */
public final class KeyPlaces implements AutoCloseable {
    /** Of a key that is not known: the sign alone is sent. */
    public static final int UNKNOWN = ScanCodes.UNKNOWN;

    private final Optional<XKeyboard> keyboard;
    private Keymap keymap = Keymap.EMPTY;
    private boolean stale = true;
    private boolean closed;

    private KeyPlaces(Optional<XKeyboard> keyboard) {
        this.keyboard = keyboard;
    }

    /** Of the display that the window is on. */
    public static KeyPlaces ofThisDisplay() {
        return of(null);
    }

    static KeyPlaces of(@Nullable String display) {
        return new KeyPlaces(XKeyboard.open(display));
    }

    /**
     * The window that has the keyboard's focus now is the one that keys will be pressed in. To be called whenever what types for a guest
     * gets the focus: the X server tells of keys to whoever asked before.
     */
    public synchronized void listen() {
        if (!closed) {
            keyboard.ifPresent(XKeyboard::listen);
        }
    }

    /**
     * The scan code of a key that the toolkit says was pressed; to be asked once for each press, in their order, and not for held keys
     * that repeat. Since {@link #listen} was called it is that very key, dead keys and the right one of two twins included; otherwise, or
     * when the toolkit tells of a press that the X server did not, as {@link #scanCode} has it.
     *
     * @param keysym as there; 0 when the toolkit says nothing of the key
     * @param base as there
     */
    public synchronized int pressed(int keysym, int base) {
        Optional<XKeyboard> open = closed ? Optional.empty() : keyboard;
        return open.flatMap(k -> {
                    Keymap map = current(k);
                    return k.presses()
                            .take(p -> map.fits(p, keysym))
                            .map(p -> map.scanCode(p.keycode()))
                            .filter(code -> code != UNKNOWN);
                })
                .orElseGet(() -> scanCode(keysym, base));
    }

    /**
     * The scan code of the key that types a sign; {@link #UNKNOWN} when it cannot be found.
     *
     * @param keysym what it types with the modifiers that are held, or its name: see {@link Keysym}. Those of the numeric keypad have
     *     keysyms of their own
     * @param base the sign that the key types by itself, as far as the toolkit says (of JavaFX's {@code KeyCode}, in lower case); 0 when
     *     it does not. It decides where several keys type the same sign, and where a key has no sign, as a letter with Ctrl
     */
    public synchronized int scanCode(int keysym, int base) {
        int fixed = ScanCodes.named(keysym);
        if (fixed != UNKNOWN || closed) {
            return fixed;
        }
        return keyboard.map(k -> current(k).scanCode(keysym, base, k.now())).orElse(UNKNOWN);
    }

    /**
     * How a sign is typed with the layout that is in use; nothing when no key types it. Guests with the same layout understand it: it is
     * for text that is pasted as if it were typed.
     *
     * @param keysym of a sign, Return or Tab
     */
    public synchronized Optional<Stroke> stroke(int keysym) {
        int fixed = ScanCodes.named(keysym);
        if (fixed != UNKNOWN) {
            return Optional.of(new Stroke(fixed, false, false));
        }
        return closed
                ? Optional.empty()
                : keyboard.flatMap(k -> current(k).stroke(keysym, k.now().group()));
    }

    private Keymap current(XKeyboard from) {
        stale |= from.hasChanged();
        if (stale) {
            keymap = from.read();
            stale = false;
        }
        return keymap;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            keyboard.ifPresent(XKeyboard::close);
        }
    }
}
