package io.github.ingotvm.console.keyboard;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.ingotvm.console.Keysym;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keyboard of an X server, over a connection of our own: the toolkit's belongs to its thread. Not safe for several threads. */
final class XKeyboard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(XKeyboard.class);
    private static final int GROUPS = 4;

    /** Bytes of {@code XkbSymMapRec}, and where in it things are. */
    private static final int KEY_BYTES = 8;

    private static final int KEY_GROUPS = 4;
    private static final int KEY_WIDTH = 5;
    private static final int KEY_OFFSET = 6;

    private final Xlib x;
    private final Signs signs;
    private final Pointer display;
    private final Optional<FocusedWindow> focused;
    private final Presses presses = new Presses();
    private final Memory event = new Memory(Xlib.EVENT_BYTES);
    private final Xlib.State state = new Xlib.State();

    /** libxkbcommon: which sign a keysym stands for. */
    private interface Signs extends Library {
        int xkb_keysym_to_utf32(int keysym);
    }

    private XKeyboard(Xlib x, Signs signs, Pointer display) {
        this.x = x;
        this.signs = signs;
        this.display = display;
        this.focused = FocusedWindow.of(x, display);
    }

    /**
     * Nothing where there is no X server, or no such libraries.
     *
     * @param name as in DISPLAY; null for that one
     */
    static Optional<XKeyboard> open(@Nullable String name) {
        try {
            Xlib x = Native.load("X11", Xlib.class);
            Signs signs = Native.load("xkbcommon", Signs.class);
            Pointer display = x.XOpenDisplay(name);
            if (display == null) {
                return Optional.empty();
            }
            if (!x.XkbQueryExtension(display, null, null, null, new int[] {1}, new int[] {0})) {
                x.XCloseDisplay(display);
                return Optional.empty();
            }
            x.XkbSelectEvents(display, Xlib.CORE_KEYBOARD, Xlib.NEW_KEYBOARD_AND_MAP, Xlib.NEW_KEYBOARD_AND_MAP);
            return Optional.of(new XKeyboard(x, signs, display));
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("No keyboard of an X server; keys go by their signs", e);
            return Optional.empty();
        }
    }

    /** Hears from now on which keys go down in the window that has the focus. */
    void listen() {
        focused.ifPresent(FocusedWindow::listen);
        hasChanged();
        presses.clear();
    }

    /** Keys that went down, as far as {@link #hasChanged} has heard of them. */
    Presses presses() {
        return presses;
    }

    /** Hears what has happened. Gives whether the keyboard has changed since it was asked last. */
    boolean hasChanged() {
        boolean changed = false;
        while (x.XPending(display) > 0) {
            x.XNextEvent(display, event);
            boolean key = focused.isPresent() && focused.get().isKey(event);
            changed |= !key;
            if (key) {
                focused.flatMap(f -> f.press(event)).ifPresent(presses::add);
            }
        }
        return changed;
    }

    Keymap.Now now() {
        x.XkbGetState(display, Xlib.CORE_KEYBOARD, state);
        return Keymap.Now.of(state.group, state.modifiers);
    }

    Keymap read() {
        Pointer keyboard = x.XkbGetMap(display, Xlib.TYPES_AND_SIGNS, Xlib.CORE_KEYBOARD);
        if (keyboard == null) {
            return Keymap.EMPTY;
        }
        try {
            return read(new Xlib.Description(keyboard));
        } finally {
            x.XkbFreeKeyboard(keyboard, 0, true);
        }
    }

    private Keymap read(Xlib.Description keyboard) {
        Keymap keymap = new Keymap();
        Xlib.ClientMap map = keyboard.map;
        if (map == null || map.keys == null || map.signs == null) {
            return keymap;
        }
        int last = keyboard.lastKey & 0xFF;
        for (int key = keyboard.firstKey & 0xFF; key <= last; key++) {
            Pointer here = map.keys.share((long) key * KEY_BYTES);
            int groups = Math.min(GROUPS, here.getByte(KEY_GROUPS) & 0x0F);
            int width = here.getByte(KEY_WIDTH) & 0xFF;
            int start = here.getShort(KEY_OFFSET) & 0xFFFF;
            for (int i = 0; i < groups * width; i++) {
                int keysym = map.signs
                        .getNativeLong((long) (start + i) * Xlib.SIGN_BYTES)
                        .intValue();
                keymap.add(key, i / width, i % width, unified(keysym));
            }
        }
        return keymap;
    }

    /** A sign by its number in Unicode, whatever name the layout gives it. Keys that are no signs keep their names. */
    private int unified(int keysym) {
        int codePoint = ScanCodes.isName(keysym) ? 0 : signs.xkb_keysym_to_utf32(keysym);
        return codePoint == 0 ? keysym : Keysym.of(codePoint);
    }

    @Override
    public void close() {
        x.XCloseDisplay(display);
    }
}
