package io.github.ingotvm.console;

import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A zlib stream: one that goes through all rectangles of an encoding, or a clipboard's. It unpacks what is asked for and never
 * more, so a bomb stays packed.
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

    private final String what;
    private @Nullable WireReader in;

    /** @param what is unpacked, for people: “rectangle” */
    ZlibReader(String what) {
        this.what = what;
    }

    /** Begins a part of the stream that cannot be longer packed than its contents allow. */
    void beginExact(WireReader wire, long packedBytes, long mostBytes) {
        if (packedBytes > mostBytes + mostBytes / 100 + SLACK) {
            throw ConsoleException.broken("more than a " + what + " holds (" + packedBytes + " bytes)");
        }
        begin(wire, packedBytes, mostBytes);
    }

    /**
     * Begins a part of the stream.
     *
     * @param packedBytes how many are on the wire
     * @param mostBytes how many may be unpacked
     */
    void begin(WireReader wire, long packedBytes, long mostBytes) {
        in = wire;
        left = packedBytes;
        budget = mostBytes;
        at = 0;
        end = 0;
    }

    long u32() {
        return ((long) u8() << 24) | (u8() << 16) | (u8() << 8) | u8();
    }

    void bytes(byte[] target, int length) {
        int done = 0;
        while (done < length) {
            if (at == end) {
                unpack();
            }
            int n = Math.min(end - at, length - done);
            System.arraycopy(plain, at, target, done, n);
            at += n;
            done += n;
        }
    }

    /** Leaves what is still packed unpacked; the stream can be read no further. */
    void skipRest() {
        Objects.requireNonNull(in, "begin() comes first").skip(left);
        left = 0;
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
                throw ConsoleException.broken("less than a " + what + " needs");
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
        throw ConsoleException.broken("more than a " + what + " holds");
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
            throw ConsoleException.broken("more than a " + what + " holds");
        }
        try {
            int n = inflater.inflate(plain, 0, most);
            if (n == 0 && (inflater.finished() || inflater.needsDictionary())) {
                throw ConsoleException.broken("a compressed " + what + " that ends too early");
            }
            return n;
        } catch (DataFormatException e) {
            throw ConsoleException.broken("a compressed " + what + " that cannot be unpacked");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
