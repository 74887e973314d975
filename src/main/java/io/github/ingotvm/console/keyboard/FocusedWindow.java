package io.github.ingotvm.console.keyboard;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import io.github.ingotvm.console.keyboard.Presses.Press;
import java.util.Optional;

/**
 * Hears of the keys that go down in the window with the keyboard's focus, as the toolkit does: the X server tells each connection that
 * has asked, and none of them takes a key from another.
 */
final class FocusedWindow {
    private static final int GENERIC_EVENT = 35;
    private static final long POINTER_ROOT = 1;
    private static final int KEY_PRESS_MASK = 1;
    /** {@code XWindowAttributes} is smaller; and where in it the masks of all connections are. */
    private static final int ATTRIBUTES_BYTES = 256;

    private static final int ALL_MASKS = 96;

    private final Xlib x;
    private final XInput input;
    private final Pointer display;
    private final int extension;
    private long window;

    private FocusedWindow(Xlib x, XInput input, Pointer display, int extension) {
        this.x = x;
        this.input = input;
        this.display = display;
        this.extension = extension;
    }

    /** Nothing where the X server or its library is too old, or numbers are of another size than those that are read here. */
    static Optional<FocusedWindow> of(Xlib x, Pointer display) {
        int[] extension = new int[1];
        if (Native.LONG_SIZE != 8
                || !x.XQueryExtension(display, "XInputExtension", extension, new int[1], new int[1])) {
            return Optional.empty();
        }
        try {
            XInput input = Native.load("Xi", XInput.class);
            return input.XIQueryVersion(display, new int[] {2}, new int[] {2}) == 0
                    ? Optional.of(new FocusedWindow(x, input, display, extension[0]))
                    : Optional.empty();
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty();
        }
    }

    /** Listens to the window that has the focus now, and to no other. */
    void listen() {
        NativeLongByReference focused = new NativeLongByReference();
        x.XGetInputFocus(display, focused, new IntByReference());
        long now = focused.getValue().longValue();
        if (now == window) {
            return;
        }
        if (window > POINTER_ROOT) {
            select(window, 0);
        }
        // A window whose keys are heard of in the old way would be heard of no more: the new way goes first.
        boolean free = now > POINTER_ROOT && (masks(now) & KEY_PRESS_MASK) == 0;
        window = free ? now : 0;
        if (free) {
            select(now, 1 << XInput.KEY_PRESS);
        }
    }

    private long masks(long of) {
        Memory attributes = new Memory(ATTRIBUTES_BYTES);
        attributes.clear();
        return x.XGetWindowAttributes(display, new NativeLong(of), attributes) == 0
                ? KEY_PRESS_MASK
                : attributes.getLong(ALL_MASKS);
    }

    private void select(long of, int events) {
        Memory bits = new Memory(Integer.BYTES);
        bits.setInt(0, events);
        XInput.EventMask mask = new XInput.EventMask();
        mask.device = XInput.ALL_MASTERS;
        mask.length = Integer.BYTES;
        mask.mask = bits;
        input.XISelectEvents(display, new NativeLong(of), mask, 1);
    }

    /** Whether it is an event of a key. */
    boolean isKey(Pointer event) {
        if (event.getInt(0) != GENERIC_EVENT) {
            return false;
        }
        XInput.Cookie cookie = new XInput.Cookie(event);
        return cookie.extension == extension;
    }

    /** The press that such an event tells of; nothing when a held key repeats. */
    Optional<Press> press(Pointer event) {
        if (!x.XGetEventData(display, event)) {
            return Optional.empty();
        }
        try {
            Pointer data = new XInput.Cookie(event).data;
            if (data == null) {
                return Optional.empty();
            }
            XInput.KeyEvent key = new XInput.KeyEvent(data);
            return key.kind != XInput.KEY_PRESS || (key.flags & XInput.REPEAT) != 0
                    ? Optional.empty()
                    : Optional.of(
                            new Press(key.detail, Keymap.Now.of(key.group[3], key.modifiers[3]), key.time.longValue()));
        } finally {
            x.XFreeEventData(display, event);
        }
    }
}
