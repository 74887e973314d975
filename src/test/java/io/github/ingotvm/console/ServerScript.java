package io.github.ingotvm.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** What a server says, put together byte by byte. */
final class ServerScript {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater();

    /** A greeting of version 3.8 without authentication, up to the size of the screen. */
    static ServerScript greeting(int width, int height) {
        return new ServerScript().text("RFB 003.008\n").u8(1, 1).u32(0).init(width, height, "test");
    }

    ServerScript init(int width, int height, String name) {
        u16(width, height).u8(32, 24, 0, 1).u16(255, 255, 255).u8(16, 8, 0, 0, 0, 0);
        return u32(name.length()).text(name);
    }

    ServerScript update(int rectangles) {
        return u8(0, 0).u16(rectangles);
    }

    ServerScript rectangle(int x, int y, int width, int height, int encoding) {
        return u16(x, y, width, height).u32(encoding);
    }

    ServerScript u8(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    ServerScript u16(int... values) {
        for (int value : values) {
            u8(value >> 8, value);
        }
        return this;
    }

    ServerScript u32(int value) {
        return u16(value >> 16, value);
    }

    ServerScript text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    ServerScript raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /** A pixel as the client asks for it. */
    ServerScript pixel(int rgb) {
        return u8(rgb, rgb >> 8, rgb >> 16, 0);
    }

    /** Data for the zlib stream that goes through this script, with its length before it. */
    ServerScript zlib(byte[] plain) {
        byte[] packed = deflate(plain);
        return u32(packed.length).raw(packed);
    }

    /** A part of a zlib stream that goes on. */
    ServerScript packed(byte[] plain) {
        return raw(deflate(plain));
    }

    /** A message of the extended clipboard. */
    ServerScript extended(int flags, byte[] rest) {
        return u8(3, 0, 0, 0).u32(-4 - rest.length).u32(flags).raw(rest);
    }

    /** The same with sizes, or with nothing. */
    ServerScript extended(int flags, int... sizes) {
        ServerScript rest = new ServerScript();
        for (int size : sizes) {
            rest.u32(size);
        }
        return extended(flags, rest.done());
    }

    private byte[] deflate(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] some = new byte[4096];
        deflater.setInput(plain);
        int n;
        do {
            n = deflater.deflate(some, 0, some.length, Deflater.SYNC_FLUSH);
            packed.write(some, 0, n);
        } while (n == some.length);
        return packed.toByteArray();
    }

    byte[] done() {
        return bytes.toByteArray();
    }
}
