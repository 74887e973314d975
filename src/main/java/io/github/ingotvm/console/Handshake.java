package io.github.ingotvm.console;

import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** From the first byte to the size of the screen (RFC 6143, sections 7.1 to 7.3). */
final class Handshake {
    private static final int NONE = 1;
    private static final int VNC = 2;
    private static final int PIXEL_FORMAT = 16;

    private final Transport transport;
    private final WireReader in;
    private final Options options;

    Handshake(Transport transport, WireReader in, Options options) {
        this.transport = transport;
        this.in = in;
        this.options = options;
    }

    /**
     * Section 7.3.2.
     *
     * @param name of the desktop, for people
     */
    record ServerInit(int width, int height, String name) {}

    ServerInit shake() {
        int minor = version();
        int security = minor == 3 ? dictated() : chosen();
        if (security == VNC) {
            byte[] challenge = in.bytes(VncAuthentication.CHALLENGE);
            send(VncAuthentication.answer(challenge, password()));
        }
        if (security == VNC || minor == 8) {
            result(minor);
        }
        send(new byte[] {1}); // section 7.3.1: others may stay
        return serverInit();
    }

    /** Section 7.1.1. Servers newer than 3.8, and odd ones, speak 3.8. */
    private int version() {
        String said = new String(in.bytes(12), StandardCharsets.ISO_8859_1);
        if (!said.matches("RFB \\d{3}\\.\\d{3}\n")) {
            throw ConsoleException.broken("something else than a screen");
        }
        int major = Integer.parseInt(said.substring(4, 7));
        int minor = Integer.parseInt(said.substring(8, 11));
        if (major < 3) {
            throw ConsoleException.broken("a version of its protocol that is too old");
        }
        int spoken = major > 3 || minor >= 8 ? 8 : minor == 7 ? 7 : 3;
        send(("RFB 003.00" + spoken + "\n").getBytes(StandardCharsets.ISO_8859_1));
        return spoken;
    }

    /** Version 3.3: the server decides. */
    private int dictated() {
        int type = in.s32();
        if (type == 0) {
            throw refused(text());
        }
        return accept(type == NONE, type == VNC);
    }

    /** Section 7.1.2. */
    private int chosen() {
        int count = in.u8();
        if (count == 0) {
            throw refused(text());
        }
        boolean none = false;
        boolean vnc = false;
        for (int i = 0; i < count; i++) {
            int type = in.u8();
            none |= type == NONE;
            vnc |= type == VNC;
        }
        int type = accept(none, vnc);
        send(new byte[] {(byte) type});
        return type;
    }

    private static int accept(boolean none, boolean vnc) {
        if (!none && !vnc) {
            throw new ConsoleException(
                    Kind.UNSUPPORTED,
                    "The machine's screen wants a kind of sign-in that Ingot does not know; open it in Remote Viewer.",
                    null);
        }
        return none ? NONE : VNC;
    }

    private String password() {
        Optional<String> password = options.password();
        return password.orElseThrow(() -> new ConsoleException(
                Kind.DENIED, "The machine's screen wants a password; set one that Ingot may read, or none.", null));
    }

    /** Section 7.1.3. Before version 3.8 no reason is given. */
    private void result(int minor) {
        if (in.s32() != 0) {
            throw refused(minor == 8 ? text() : "");
        }
    }

    private static ConsoleException refused(String reason) {
        String why = reason.isBlank() ? "" : " (" + reason.strip() + ")";
        return new ConsoleException(
                Kind.DENIED,
                "The machine's screen does not let Ingot in" + why + "; check its password and try again.",
                null);
    }

    private ServerInit serverInit() {
        int width = in.u16();
        int height = in.u16();
        options.limits().checkScreen(width, height);
        in.skip(PIXEL_FORMAT);
        return new ServerInit(width, height, text());
    }

    private String text() {
        return Texts.read(in, options.limits());
    }

    private void send(byte[] bytes) {
        try {
            transport.write(bytes);
        } catch (IOException e) {
            throw ConsoleException.ended(e);
        }
    }
}
