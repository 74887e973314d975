package io.github.ingotvm.console.keyboard;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/** What is used of libX11 to take a keyboard (Xlib.h, X.h), over a connection that one thread alone uses. */
interface Grabbing extends Library {
    int KEY_PRESS = 2;
    int KEY_RELEASE = 3;
    int ASYNCHRONOUS = 1;
    int SUCCESS = 0;
    NativeLong NOW = new NativeLong(0);

    @Nullable
    Pointer XOpenDisplay(@Nullable String name);

    int XCloseDisplay(Pointer display);

    NativeLong XDefaultRootWindow(Pointer display);

    int XConnectionNumber(Pointer display);

    int XGrabKeyboard(
            Pointer display, NativeLong window, boolean ownEvents, int pointer, int keyboard, NativeLong time);

    /** A key that is held sends presses alone, and its release when it is let go. */
    boolean XkbSetDetectableAutoRepeat(Pointer display, boolean on, @Nullable Pointer supported);

    int XUngrabKeyboard(Pointer display, NativeLong time);

    /** Sends what is waiting, too. */
    int XPending(Pointer display);

    int XNextEvent(Pointer display, Pointer event);

    /** The sign of a key event with the modifiers that were held. */
    int XLookupString(KeyEvent event, @Nullable Pointer text, int size, NativeLong[] keysym, @Nullable Pointer status);

    /** {@code XKeyEvent}. */
    @FieldOrder({
        "type",
        "serial",
        "sent",
        "display",
        "window",
        "root",
        "child",
        "time",
        "x",
        "y",
        "rootX",
        "rootY",
        "state",
        "keycode",
        "sameScreen"
    })
    class KeyEvent extends Structure {
        public int type;
        public NativeLong serial = new NativeLong();
        public int sent;
        public @Nullable Pointer display;
        public NativeLong window = new NativeLong();
        public NativeLong root = new NativeLong();
        public NativeLong child = new NativeLong();
        public NativeLong time = new NativeLong();
        public int x;
        public int y;
        public int rootX;
        public int rootY;
        public int state;
        public int keycode;
        public int sameScreen;

        KeyEvent(Pointer at) {
            super(at);
            read();
        }
    }

    /** The C library, to wait for the server and for a wish to end at the same time. */
    interface Waiting extends Library {
        int pipe(int[] ends);

        int poll(Pointer entries, NativeLong count, int timeout);

        NativeLong write(int fd, byte[] bytes, NativeLong count);

        int close(int fd);
    }
}
