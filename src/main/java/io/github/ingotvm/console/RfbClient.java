package io.github.ingotvm.console;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A client of one screen (RFC 6143, version 3.8 of the protocol and the older 3.3 and 3.7). It reads on a thread of its own and
 * tells a listener; all methods may be called from any thread and return at once.
 */
public final class RfbClient implements AutoCloseable {
    private final Framebuffer screen = new Framebuffer();
    private final Desktop desktop = new Desktop();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Attention attention = new Attention(System::nanoTime);
    private final Outbox outbox;
    private final Pace pace;
    private final Clipboard clipboard;
    private final ScreenListener listener;
    private final Conversation conversation;

    private RfbClient(Transport transport, Options options, ScreenListener listener) {
        this.listener = listener;
        this.outbox = new Outbox(transport, attention, options.limits().patience());
        this.pace = new Pace(screen, outbox, listener);
        this.clipboard = new Clipboard(desktop, options.limits(), outbox, attention, listener);
        this.conversation = new Conversation(transport, options, screen, desktop, outbox, pace, clipboard, listener);
    }

    /**
     * Begins to talk; the listener hears of the first frame, or of the end.
     *
     * @param transport closed at the end by the client
     */
    public static RfbClient open(Transport transport, Options options, ScreenListener listener) {
        RfbClient client = new RfbClient(transport, options, listener);
        thread("console-reader", client::read).start();
        thread("console-writer", client.outbox::run).start();
        return client;
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void read() {
        Optional<ConsoleException> why = Optional.empty();
        try {
            conversation.run();
        } catch (ConsoleException e) {
            why = Optional.of(outbox.isLate() ? ConsoleException.silent() : e);
        } catch (RuntimeException e) {
            why = Optional.of(ConsoleException.ended(e));
        } finally {
            outbox.close();
            listener.ended(closed.get() ? Optional.empty() : why);
        }
    }

    /** The screen as it is, for a picture of it. */
    public Framebuffer screen() {
        return screen;
    }

    /** Takes the frame that {@link ScreenListener#frameReady} told of, and asks the server for the next. */
    public void take(Framebuffer.Look look) {
        pace.take(look);
    }

    /**
     * Section 7.5.5. Places that have not been sent yet are left out when another one follows. A guest that {@linkplain
     * ScreenListener#pointerMotion takes moves} gets the way from the last place to this one.
     *
     * @param buttons a bit each, from the lowest: left, middle, right, wheel up, wheel down, wheel left, wheel right
     */
    public void pointer(int x, int y, int buttons) {
        attention.rouse();
        PointerMotion motion = desktop.pointer();
        if (motion.isRelative()) {
            outbox.add(motion.at(x, y, buttons & 0xFF));
        } else {
            outbox.addPlace(motion.at(x, y, buttons & 0xFF));
        }
    }

    /**
     * The same for a guest that takes moves (rfbproto, “QEMU Pointer Motion Change Pseudo-encoding”): each of them counts. A guest that
     * takes places gets the next one.
     */
    public void pointerBy(int dx, int dy, int buttons) {
        input(desktop.pointer().by(dx, dy, buttons & 0xFF));
    }

    /**
     * Section 7.5.4.
     *
     * @param keysym see {@link Keysym}
     */
    public void key(int keysym, boolean down) {
        input(ClientMessages.key(keysym, down));
    }

    /**
     * A key by its place on the keyboard, so that the guest's own layout decides (rfbproto, “QEMU Extended Key Event Message”); by its
     * sign where the server does not take scan codes, or where the place is not known.
     *
     * <p>The sign is wanted all the same: from letters and the numeric keypad QEMU learns whether Caps Lock and Num Lock are on here,
     * and presses them in the guest when it differs there.
     *
     * @param keysym see {@link Keysym}
     * @param scanCode of set 1; those after 0xE0 with their top bit set; 0 when it is not known
     */
    public void key(int keysym, int scanCode, boolean down) {
        input(
                scanCode != 0 && desktop.takesScanCodes()
                        ? ClientMessages.key(keysym, scanCode, down)
                        : ClientMessages.key(keysym, down));
    }

    private void input(byte[] message) {
        attention.rouse();
        outbox.add(message);
    }

    /** Whether the server takes scan codes. */
    public boolean takesScanCodes() {
        return desktop.takesScanCodes();
    }

    /**
     * Somebody copied text on this side. It is fetched when it is pasted in the guest (rfbproto, “Extended Clipboard”); a server
     * without that extension gets it at once, as Latin-1 (section 7.5.6), with question marks for what that has no signs for. The last
     * text counts.
     *
     * <p>Lines end with {@code \n}. QEMU hands them to the guest as they are, so for a guest with Windows they may end with
     * {@code \r\n}.
     *
     * @return false, and nothing is offered, when it is longer than {@link Limits#clipboard}
     */
    public boolean clipboard(String text) {
        return clipboard.offer(text);
    }

    /** Whether the guest may be asked for another size of its screen. */
    public boolean isResizable() {
        return desktop.isResizable();
    }

    /**
     * Asks for another size of the screen (rfbproto, “SetDesktopSize”); {@link ScreenListener#sizeAnswered} tells what comes of it.
     * Does nothing when {@link #isResizable} is false.
     */
    public void wishSize(int width, int height) {
        if (desktop.isResizable()) {
            outbox.add(desktop.wish(width, height));
        }
    }

    /** Ends at once. Idempotent. */
    @Override
    public void close() {
        closed.set(true);
        outbox.close();
    }
}
