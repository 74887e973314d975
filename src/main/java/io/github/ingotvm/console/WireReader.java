package io.github.ingotvm.console;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads the protocol's data types (RFC 6143, section 3). An end in the middle is a {@link ConsoleException}. */
final class WireReader {
    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int OPAQUE = 0xFF000000;
    private static final int PIXEL = 4;

    private final Transport transport;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    WireReader(Transport transport) {
        this.transport = transport;
    }

    int u8() {
        need(1);
        return buffer[at++] & 0xFF;
    }

    int u16() {
        return (u8() << 8) | u8();
    }

    int s32() {
        return (u16() << 16) | u16();
    }

    long u32() {
        return s32() & 0xFFFFFFFFL;
    }

    void bytes(byte[] target, int offset, int length) {
        int done = 0;
        while (done < length) {
            need(1);
            int n = Math.min(end - at, length - done);
            System.arraycopy(buffer, at, target, offset + done, n);
            at += n;
            done += n;
        }
    }

    byte[] bytes(int length) {
        byte[] all = new byte[length];
        bytes(all, 0, length);
        return all;
    }

    void skip(long length) {
        long left = length;
        while (left > 0) {
            need(1);
            int n = (int) Math.min(end - at, left);
            at += n;
            left -= n;
        }
    }

    /** One pixel in the format that the client asked for, as opaque ARGB. */
    int pixel() {
        need(PIXEL);
        int pixel = (int) LITTLE.get(buffer, at) | OPAQUE;
        at += PIXEL;
        return pixel;
    }

    /** Many pixels in a row. */
    void pixels(int[] target, int offset, int count) {
        int done = 0;
        while (done < count) {
            need(PIXEL);
            int n = Math.min((end - at) / PIXEL, count - done);
            for (int i = 0; i < n; i++) {
                target[offset + done + i] = (int) LITTLE.get(buffer, at + i * PIXEL) | OPAQUE;
            }
            at += n * PIXEL;
            done += n;
        }
    }

    private void need(int count) {
        if (end - at >= count) {
            return;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        while (end < count) {
            end += more();
        }
    }

    private int more() {
        try {
            int n = transport.read(buffer, end, buffer.length - end);
            if (n <= 0) {
                throw ConsoleException.ended(null);
            }
            return n;
        } catch (IOException e) {
            throw ConsoleException.ended(e);
        }
    }
}
