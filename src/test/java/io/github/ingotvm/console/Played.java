package io.github.ingotvm.console;

import java.util.List;
import java.util.Optional;

/** A script played to its end on the test's own thread: what came of it. */
final class Played {
    static final Limits SMALL = new Limits(1024, 1 << 18, 64, 256, 64, 4096, 1000);

    final ScriptedTransport transport;
    final Framebuffer screen = new Framebuffer();
    final Desktop desktop = new Desktop();
    final Listening listener;
    final Attention attention = new Attention(System::nanoTime);
    final Outbox outbox;
    final Pace pace;
    final Clipboard clipboard;
    final ConsoleException end;

    private Played(byte[] script, Options options, Optional<String> offer, Listening listener) {
        this.listener = listener;
        this.transport = new ScriptedTransport(script);
        this.outbox = new Outbox(transport, attention, SMALL.patience());
        this.pace = new Pace(screen, outbox, listener);
        this.clipboard = new Clipboard(desktop, options.limits(), outbox, attention, listener);
        offer.ifPresent(clipboard::offer);
        this.end = play(new Conversation(transport, options, screen, desktop, outbox, pace, clipboard, listener));
    }

    private static ConsoleException play(Conversation conversation) {
        try {
            conversation.run();
        } catch (ConsoleException e) {
            return e;
        }
        throw new AssertionError("a conversation ends with the reason");
    }

    static Played of(byte[] script) {
        return of(script, Optional.empty());
    }

    static Played of(ServerScript script) {
        return of(script.done());
    }

    static Played of(byte[] script, Optional<String> password) {
        return new Played(script, options(password), Optional.empty(), new Listening());
    }

    static Played of(ServerScript script, Listening listener) {
        return new Played(script.done(), options(Optional.empty()), Optional.empty(), listener);
    }

    /** Text was copied on this side before the server said anything. */
    static Played offering(String text, ServerScript script) {
        return new Played(script.done(), options(Optional.empty()), Optional.of(text), new Listening());
    }

    private static Options options(Optional<String> password) {
        return new Options(password, List.of(Encoding.values()), SMALL);
    }

    /** All that the client says, to the last message. */
    byte[] said() {
        outbox.add(ScriptedTransport.LAST);
        outbox.run();
        return transport.heard();
    }

    int[] pixels() {
        int[][] copy = new int[1][];
        screen.look((width, height, argb, dirty) -> copy[0] = java.util.Arrays.copyOf(argb, width * height));
        return copy[0];
    }

    Area dirty() {
        Area[] area = new Area[1];
        screen.look((width, height, argb, dirty) -> area[0] = dirty);
        return area[0];
    }
}
