package io.github.ingotvm.console;

import java.nio.charset.StandardCharsets;

/** All that a server says, from the first byte to the last, on the thread that calls it. */
final class Conversation {
    private final Transport transport;
    private final Options options;
    private final Framebuffer screen;
    private final Desktop desktop;
    private final Outbox outbox;
    private final Pace pace;
    private final ScreenListener listener;

    Conversation(
            Transport transport,
            Options options,
            Framebuffer screen,
            Desktop desktop,
            Outbox outbox,
            Pace pace,
            ScreenListener listener) {
        this.transport = transport;
        this.options = options;
        this.screen = screen;
        this.desktop = desktop;
        this.outbox = outbox;
        this.pace = pace;
        this.listener = listener;
    }

    /** Ends with a {@link ConsoleException} alone. */
    void run() {
        WireReader in = new WireReader(transport);
        Handshake.ServerInit init = new Handshake(transport, in, options).shake();
        screen.resize(init.width(), init.height());
        outbox.add(ClientMessages.setPixelFormat());
        outbox.add(ClientMessages.setEncodings(options.encodings()));
        pace.begin();
        try (UpdateReader updates = new UpdateReader(in, screen, desktop, options, listener::pointerShape)) {
            while (true) {
                message(in, updates);
            }
        }
    }

    /** RFC 6143, section 7.6. */
    private void message(WireReader in, UpdateReader updates) {
        int type = in.u8();
        switch (type) {
            case 0 -> pace.arrived(updates.read());
            case 1 -> colours(in);
            case 2 -> listener.bell();
            case 3 -> clipboard(in);
            default -> throw ConsoleException.broken("a message of an unknown kind (" + type + ")");
        }
    }

    /** Section 7.6.2: of no use to a client that asked for true colours. */
    private static void colours(WireReader in) {
        in.skip(3);
        in.skip(in.u16() * 6L);
    }

    /** Section 7.6.4. */
    private void clipboard(WireReader in) {
        in.skip(3);
        long length = in.u32();
        if (length > options.limits().skipped()) {
            throw ConsoleException.broken("a clipboard that is too large (" + length + " bytes)");
        }
        int kept = (int) Math.min(length, options.limits().clipboard());
        byte[] latin = in.bytes(kept);
        in.skip(length - kept);
        listener.clipboard(new String(latin, StandardCharsets.ISO_8859_1));
    }
}
