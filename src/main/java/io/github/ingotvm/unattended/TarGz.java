package io.github.ingotvm.unattended;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** A small archive in memory (POSIX ustar, packed), all of root's. */
final class TarGz {
    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    TarGz file(String path, String text, boolean executable) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header(path, executable ? 0755 : 0600, bytes.length, '0', "");
        tar.writeBytes(bytes);
        tar.writeBytes(new byte[-bytes.length & (BLOCK - 1)]);
        return this;
    }

    TarGz link(String path, String target) {
        header(path, 0777, 0, '2', target);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(tar.toByteArray());
            gzip.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return packed.toByteArray();
    }

    private void header(String path, int mode, int size, char type, String target) {
        byte[] header = new byte[BLOCK];
        put(header, 0, path);
        put(header, 100, octal(mode, 7));
        put(header, 108, octal(0, 7));
        put(header, 116, octal(0, 7));
        put(header, 124, octal(size, 11));
        put(header, 136, octal(0, 11));
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar");
        put(header, 263, "00");
        put(header, 265, "root");
        put(header, 297, "root");
        Arrays.fill(header, CHECKSUM, CHECKSUM + 8, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += Byte.toUnsignedInt(b);
        }
        put(header, CHECKSUM, octal(sum, 6) + "\0");
        tar.writeBytes(header);
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    private static String octal(int value, int digits) {
        String text = Integer.toOctalString(value);
        return "0".repeat(digits - text.length()) + text;
    }
}
