package io.github.ingotvm.console;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the client says (RFC 6143, section 7.5). */
final class ClientMessages {
    private static final int POINTER = 5;

    private ClientMessages() {}

    /** Section 7.5.1: 32 bits a pixel, little endian, eight bits each of red, green and blue from the top. */
    static byte[] setPixelFormat() {
        Message message = new Message().u8(0).zeros(3);
        message.u8(32).u8(24).u8(0).u8(1);
        message.u16(255).u16(255).u16(255);
        return message.u8(16).u8(8).u8(0).zeros(3).done();
    }

    /** Section 7.5.2. */
    static byte[] setEncodings(List<Encoding> encodings) {
        int[] pseudo = Pseudo.all();
        Message message = new Message().u8(2).zeros(1).u16(encodings.size() + pseudo.length);
        encodings.forEach(e -> message.u32(e.number()));
        for (int number : pseudo) {
            message.u32(number);
        }
        return message.done();
    }

    /** Section 7.5.3. */
    static byte[] updateRequest(boolean incremental, int width, int height) {
        return new Message()
                .u8(3)
                .u8(incremental ? 1 : 0)
                .u16(0)
                .u16(0)
                .u16(width)
                .u16(height)
                .done();
    }

    /** Section 7.5.4. */
    static byte[] key(int keysym, boolean down) {
        return new Message().u8(4).u8(down ? 1 : 0).zeros(2).u32(keysym).done();
    }

    /** rfbproto, “QEMU Extended Key Event Message”: scan codes of set 1, those after 0xE0 with their top bit set. */
    static byte[] key(int keysym, int scanCode, boolean down) {
        return new Message()
                .u8(255)
                .u8(0)
                .u16(down ? 1 : 0)
                .u32(keysym)
                .u32(scanCode)
                .done();
    }

    /** Section 7.5.5. */
    static byte[] pointer(int x, int y, int buttons) {
        return new Message().u8(POINTER).u8(buttons).u16(x).u16(y).done();
    }

    /** Whether the later of two messages says all that the earlier one did: a move on, with the same buttons held. */
    static boolean replaces(byte[] later, byte[] earlier) {
        return later[0] == POINTER && earlier[0] == POINTER && later[1] == earlier[1];
    }

    /** Section 7.5.6: Latin-1; what it has no sign for becomes a question mark. */
    static byte[] clipboard(String text) {
        byte[] latin = text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
        return new Message().u8(6).zeros(3).u32(latin.length).bytes(latin).done();
    }

    /** rfbproto, “Extended Clipboard Pseudo-Encoding”: told from the plain form by a length below zero. */
    static byte[] extendedClipboard(int flags, byte[] rest) {
        int length = Integer.BYTES + rest.length;
        return new Message().u8(6).zeros(3).u32(-length).u32(flags).bytes(rest).done();
    }

    /** rfbproto, “Extended Clipboard Pseudo-Encoding”: asks whether there is something to paste. */
    static byte[] peekClipboard() {
        return extendedClipboard(Clipboard.PEEK, new byte[0]);
    }

    /** rfbproto, “SetDesktopSize”, with one screen. */
    static byte[] setDesktopSize(int width, int height, int screen, int flags) {
        Message message =
                new Message().u8(251).zeros(1).u16(width).u16(height).u8(1).zeros(1);
        return message.u32(screen)
                .u16(0)
                .u16(0)
                .u16(width)
                .u16(height)
                .u32(flags)
                .done();
    }
}
