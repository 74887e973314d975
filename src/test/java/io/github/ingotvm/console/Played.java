package io.github.ingotvm.console;

import java.util.List;
import java.util.Optional;

/** A script played to its end on the test's own thread: what came of it. */
final class Played {
    static final Limits SMALL = new Limits(1024, 1 << 18, 64, 256, 64, 4096);

    final ScriptedTransport transport;
    final Framebuffer screen = new Framebuffer();
    final Desktop desktop = new Desktop();
    final Listening listener = new Listening();
    final Outbox outbox;
    final Pace pace;
    final ConsoleException end;

    private Played(byte[] script, Options options) {
        this.transport = new ScriptedTransport(script);
        this.outbox = new Outbox(transport);
        this.pace = new Pace(screen, outbox, listener);
        this.end = play(new Conversation(transport, options, screen, desktop, outbox, pace, listener));
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
        return new Played(script, new Options(password, List.of(Encoding.values()), SMALL));
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
