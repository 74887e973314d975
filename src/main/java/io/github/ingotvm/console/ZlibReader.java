package io.github.ingotvm.console;

import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The zlib stream that goes through all rectangles of an encoding. It unpacks what is asked for and never more, so a bomb stays
 * packed.
 */
final class ZlibReader implements AutoCloseable {
    private static final int OPAQUE = 0xFF000000;
    private static final int SLACK = 1024;

    private final Inflater inflater = new Inflater();
    private final byte[] packed = new byte[1 << 14];
    private final byte[] plain = new byte[1 << 12];
    private int at;
    private int end;
    /** Packed bytes that are still on the wire. */
    private long left;
    /** Unpacked bytes that may still come. */
    private long budget;

    private @Nullable WireReader in;

    /** Begins a rectangle, which says first how many packed bytes it has. */
    void begin(WireReader wire, long mostBytes) {
        in = wire;
        left = wire.u32();
        if (left > mostBytes + mostBytes / 100 + SLACK) {
            throw ConsoleException.broken("more than a rectangle holds (" + left + " bytes)");
        }
        budget = mostBytes;
        at = 0;
        end = 0;
    }

    int u8() {
        if (at == end) {
            unpack();
        }
        return plain[at++] & 0xFF;
    }

    /** A CPIXEL: the low three bytes, lowest first. */
    int compactPixel() {
        int blue = u8();
        int green = u8();
        return OPAQUE | (u8() << 16) | (green << 8) | blue;
    }

    private void unpack() {
        at = 0;
        end = 0;
        while (end == 0) {
            feed();
            end = inflate((int) Math.min(plain.length, budget));
            if (end == 0 && inflater.needsInput() && left == 0) {
                throw ConsoleException.broken("less than a rectangle needs");
            }
        }
        budget -= end;
    }

    /** Reads past what ends the rectangle; it may hold no more pixels. */
    void finish() {
        boolean more = at < end;
        while (!more) {
            feed();
            more = inflate(1) > 0;
            if (!more && left == 0 && inflater.needsInput()) {
                return;
            }
        }
        throw ConsoleException.broken("more than a rectangle holds");
    }

    private void feed() {
        if (inflater.needsInput() && left > 0) {
            int n = (int) Math.min(packed.length, left);
            Objects.requireNonNull(in, "begin() comes first").bytes(packed, 0, n);
            left -= n;
            inflater.setInput(packed, 0, n);
        }
    }

    private int inflate(int most) {
        if (most == 0) {
            throw ConsoleException.broken("more than a rectangle holds");
        }
        try {
            int n = inflater.inflate(plain, 0, most);
            if (n == 0 && (inflater.finished() || inflater.needsDictionary())) {
                throw ConsoleException.broken("compressed pixels that end too early");
            }
            return n;
        } catch (DataFormatException e) {
            throw ConsoleException.broken("compressed pixels that cannot be unpacked");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
