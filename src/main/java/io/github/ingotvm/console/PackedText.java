package io.github.ingotvm.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** The text of a clipboard as bytes: plain, and in the zlib stream that rfbproto's “Extended Clipboard” has it in. */
final class PackedText {
    private static final int SIZE = 4;

    private PackedText() {}

    /** Of the text without its packing, in bytes. */
    static int size(String text, boolean bare) {
        return bytes(text, bare).length;
    }

    static byte[] pack(String text, boolean bare) {
        byte[] plain = bytes(text, bare);
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(new Message().u32(plain.length).bytes(plain).done());
            // An end is not asked for, but QEMU before 8.1 reads for ever when there is none.
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] some = new byte[1 << 12];
            while (!deflater.finished()) {
                packed.write(some, 0, deflater.deflate(some));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * Reads all of it.
     *
     * @param length of what is on the wire, in bytes
     * @param most how many bytes of the text are kept; no more are unpacked
     */
    static String unpack(WireReader in, long length, int most) {
        try (ZlibReader zlib = new ZlibReader("clipboard")) {
            zlib.begin(in, length, (long) most + SIZE);
            long size = zlib.u32();
            byte[] kept = new byte[(int) Math.min(size, most)];
            zlib.bytes(kept, kept.length);
            zlib.skipRest();
            int end = size > most ? lastWhole(kept) : kept.length;
            while (end > 0 && kept[end - 1] == 0) {
                end--; // ends the text, and is no part of it
            }
            return lines(new String(kept, 0, end, StandardCharsets.UTF_8));
        }
    }

    /** Where the last sign that is surely whole ends, in a text that was cut off. */
    private static int lastWhole(byte[] utf8) {
        int end = utf8.length;
        while (end > 0 && (utf8[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return end > 0 && utf8[end - 1] < 0 ? end - 1 : end;
    }

    static String latin(byte[] bytes) {
        return lines(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /**
     * @param bare as it is: QEMU hands on what it gets, byte for byte, and guests would see the pairs of CR and LF and the zero at the
     *     end that the protocol asks for
     */
    private static byte[] bytes(String text, boolean bare) {
        String sent = bare ? text : lines(text).replace("\n", "\r\n") + "\0";
        return sent.getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
