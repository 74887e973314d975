package io.github.ingotvm.console;

/** All that a server says, from the first byte to the last, on the thread that calls it. */
final class Conversation {
    private final Transport transport;
    private final Options options;
    private final Framebuffer screen;
    private final Desktop desktop;
    private final Outbox outbox;
    private final Pace pace;
    private final Clipboard clipboard;
    private final ScreenListener listener;

    Conversation(
            Transport transport,
            Options options,
            Framebuffer screen,
            Desktop desktop,
            Outbox outbox,
            Pace pace,
            Clipboard clipboard,
            ScreenListener listener) {
        this.transport = transport;
        this.options = options;
        this.screen = screen;
        this.desktop = desktop;
        this.outbox = outbox;
        this.pace = pace;
        this.clipboard = clipboard;
        this.listener = listener;
    }

    /** Ends with a {@link ConsoleException} alone. */
    void run() {
        WireReader in = new WireReader(transport);
        Handshake.ServerInit init = new Handshake(transport, in, options).shake();
        desktop.named(init.name());
        screen.resize(init.width(), init.height());
        outbox.add(ClientMessages.setPixelFormat());
        outbox.add(ClientMessages.setEncodings(options.encodings()));
        outbox.begin();
        pace.begin();
        try (UpdateReader updates = new UpdateReader(in, screen, desktop, options, listener)) {
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
            case 3 -> clipboard.read(in);
            default -> throw ConsoleException.broken("a message of an unknown kind (" + type + ")");
        }
    }

    /** Section 7.6.2: of no use to a client that asked for true colours. */
    private static void colours(WireReader in) {
        in.skip(3);
        in.skip(in.u16() * 6L);
    }
}
