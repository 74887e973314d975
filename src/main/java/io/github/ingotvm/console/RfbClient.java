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
    private final Outbox outbox;
    private final Pace pace;
    private final ScreenListener listener;
    private final Conversation conversation;

    private RfbClient(Transport transport, Options options, ScreenListener listener) {
        this.listener = listener;
        this.outbox = new Outbox(transport);
        this.pace = new Pace(screen, outbox, listener);
        this.conversation = new Conversation(transport, options, screen, desktop, outbox, pace, listener);
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
            why = Optional.of(e);
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
     * Section 7.5.5. Moves that have not been sent yet are left out when another one follows.
     *
     * @param buttons a bit each, from the lowest: left, middle, right, wheel up, wheel down, wheel left, wheel right
     */
    public void pointer(int x, int y, int buttons) {
        outbox.add(ClientMessages.pointer(
                Math.max(0, Math.min(x, 0xFFFF)), Math.max(0, Math.min(y, 0xFFFF)), buttons & 0xFF));
    }

    /**
     * Section 7.5.4.
     *
     * @param keysym see {@link Keysym}
     */
    public void key(int keysym, boolean down) {
        outbox.add(ClientMessages.key(keysym, down));
    }

    /**
     * A key by its place on the keyboard, so that the guest's own layout decides (QEMU's extension); by its sign where the server
     * does not take scan codes.
     *
     * @param scanCode of set 1; those after 0xE0 with their top bit set
     */
    public void key(int keysym, int scanCode, boolean down) {
        outbox.add(
                desktop.takesScanCodes()
                        ? ClientMessages.key(keysym, scanCode, down)
                        : ClientMessages.key(keysym, down));
    }

    /** Whether the server takes scan codes. */
    public boolean takesScanCodes() {
        return desktop.takesScanCodes();
    }

    /** Section 7.5.6: somebody copied text on this side. */
    public void clipboard(String text) {
        outbox.add(ClientMessages.clipboard(text));
    }

    /** Whether the guest may be asked for another size of its screen. */
    public boolean isResizable() {
        return desktop.isResizable();
    }

    /** Asks the guest for another size; it may not follow. Does nothing when {@link #isResizable} is false. */
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
