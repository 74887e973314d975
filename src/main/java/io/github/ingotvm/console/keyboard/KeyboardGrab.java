package io.github.ingotvm.console.keyboard;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every key of the display, also those that the desktop keeps for itself, until it is closed or the user takes the way out: Ctrl and
 * Alt pressed together and let go with nothing in between. That is seen to on a thread of its own, so that a window that hangs cannot
 * keep the keyboard; and the X server gives it back when this process ends, however it does.
 */
public final class KeyboardGrab implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyboardGrab.class);
    private static final int X_OFFSET = 8;
    private static final int POLL_BYTES = 8;
    private static final short READABLE = 1;
    private static final NativeLong ONE = new NativeLong(1);

    private final Grabbing x;
    private final Grabbing.Waiting waiting;
    private final Pointer display;
    private final Listener listener;
    private final int wake;
    private final int woken;
    /** What is down, by the X server's number: it comes up as what it went down as. */
    private final Map<Integer, Key> held = new LinkedHashMap<>();

    private boolean closed;

    private record Key(int keysym, int scanCode) {}

    /** Hears the keys, on the grab's thread. */
    public interface Listener {
        /** @param scanCode see {@link io.github.ingotvm.console.RfbClient#key(int, int, boolean)}; 0 when it is not known */
        void key(int keysym, int scanCode, boolean down);

        /**
         * The keyboard is given back; said once, last.
         *
         * @param wayOut whether the user wanted it back
         */
        void ended(boolean wayOut);
    }

    private KeyboardGrab(Grabbing x, Grabbing.Waiting waiting, Pointer display, int[] pipe, Listener listener) {
        this.x = x;
        this.waiting = waiting;
        this.display = display;
        this.woken = pipe[0];
        this.wake = pipe[1];
        this.listener = listener;
    }

    /** Nothing where there is no X server, or where another program has the keyboard. */
    public static Optional<KeyboardGrab> take(Listener listener) {
        try {
            Grabbing x = Native.load("X11", Grabbing.class);
            Grabbing.Waiting waiting = Native.load("c", Grabbing.Waiting.class);
            Pointer display = x.XOpenDisplay(null);
            if (display == null) {
                return Optional.empty();
            }
            x.XkbSetDetectableAutoRepeat(display, true, null);
            int[] pipe = new int[2];
            boolean taken = x.XGrabKeyboard(
                                    display,
                                    x.XDefaultRootWindow(display),
                                    false,
                                    Grabbing.ASYNCHRONOUS,
                                    Grabbing.ASYNCHRONOUS,
                                    Grabbing.NOW)
                            == Grabbing.SUCCESS
                    && waiting.pipe(pipe) == 0;
            if (!taken) {
                x.XCloseDisplay(display);
                return Optional.empty();
            }
            KeyboardGrab grab = new KeyboardGrab(x, waiting, display, pipe, listener);
            Thread thread = new Thread(grab::run, "keyboard-grab");
            thread.setDaemon(true);
            thread.start();
            return Optional.of(grab);
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("No X server's keyboard to take", e);
            return Optional.empty();
        }
    }

    private void run() {
        boolean wayOut = false;
        try (Memory event = new Memory(Xlib.EVENT_BYTES);
                Memory entries = new Memory(2L * POLL_BYTES)) {
            LoneChord chord = new LoneChord();
            while (!wayOut && await(entries)) {
                while (!wayOut && x.XPending(display) > 0) {
                    x.XNextEvent(display, event);
                    wayOut = heard(new Grabbing.KeyEvent(event), chord);
                }
            }
        } finally {
            x.XUngrabKeyboard(display, Grabbing.NOW);
            x.XCloseDisplay(display);
            finish();
            held.values().forEach(k -> listener.key(k.keysym(), k.scanCode(), false));
            listener.ended(wayOut);
        }
    }

    /** Waits for the server; false when somebody wants it to end. */
    private boolean await(Memory entries) {
        if (x.XPending(display) > 0) {
            return true;
        }
        entry(entries, 0, x.XConnectionNumber(display));
        entry(entries, 1, woken);
        waiting.poll(entries, new NativeLong(2), -1);
        return entries.getShort(POLL_BYTES + 6L) == 0;
    }

    private static void entry(Memory entries, int index, int fd) {
        entries.setInt((long) index * POLL_BYTES, fd);
        entries.setShort((long) index * POLL_BYTES + 4, READABLE);
        entries.setShort((long) index * POLL_BYTES + 6, (short) 0);
    }

    /** Gives whether the way out is taken. */
    private boolean heard(Grabbing.KeyEvent event, LoneChord chord) {
        boolean down = event.type == Grabbing.KEY_PRESS;
        if (!down && event.type != Grabbing.KEY_RELEASE) {
            return false;
        }
        NativeLong[] sign = {new NativeLong()};
        x.XLookupString(event, null, 0, sign, null);
        int keysym = sign[0].intValue();
        Key key = key(event.keycode, keysym, down);
        listener.key(key.keysym(), key.scanCode(), down);
        return chord.isTaken(keysym, down);
    }

    private Key key(int keycode, int keysym, boolean down) {
        Key before = down ? held.get(keycode) : held.remove(keycode);
        if (before != null) {
            return before;
        }
        int place = ScanCodes.ofLinux(keycode - X_OFFSET);
        Key key = new Key(keysym, place == ScanCodes.UNKNOWN ? ScanCodes.named(keysym) : place);
        if (down) {
            held.put(keycode, key);
        }
        return key;
    }

    private synchronized void finish() {
        closed = true; // nobody writes to the pipe any more
        waiting.close(woken);
        waiting.close(wake);
    }

    /** Gives the keyboard back. Idempotent; may be called from any thread, and returns at once. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            waiting.write(wake, new byte[1], ONE);
        }
    }
}
