package io.github.ingotvm.console;

import java.util.Arrays;

/** RFC 6143, section 7.7.6: tiles of 64x64, raw, of one colour, of a palette, or in runs; all of it in one zlib stream. */
final class ZrleDecoder implements Decoder {
    private static final int TILE = 64;
    private static final int RUNS = 128;
    private static final int LARGEST_PACKED = 16;
    /** A run of one pixel: its colour in three bytes, its length in one. Nothing takes more. */
    private static final int WORST_PIXEL = 4;
    /** A tile's kind and the largest palette. */
    private static final int WORST_TILE = 1 + 127 * 3;

    private final ZlibReader zlib = new ZlibReader("rectangle");
    private final int[] tile = new int[TILE * TILE];
    private final int[] palette = new int[127];

    @Override
    public void decode(WireReader in, Area area, Framebuffer screen) {
        zlib.beginExact(in, in.u32(), mostBytes(area));
        for (int y = 0; y < area.height(); y += TILE) {
            for (int x = 0; x < area.width(); x += TILE) {
                Area place = new Area(
                        area.x() + x,
                        area.y() + y,
                        Math.min(TILE, area.width() - x),
                        Math.min(TILE, area.height() - y));
                tile(place.width(), place.height());
                screen.put(place, tile);
            }
        }
        zlib.finish();
    }

    @Override
    public void close() {
        zlib.close();
    }

    private static long mostBytes(Area area) {
        long tiles = (long) ((area.width() + TILE - 1) / TILE) * ((area.height() + TILE - 1) / TILE);
        return (long) area.width() * area.height() * WORST_PIXEL + tiles * WORST_TILE;
    }

    private void tile(int width, int height) {
        int kind = zlib.u8();
        int pixels = width * height;
        if (kind == 0) {
            for (int i = 0; i < pixels; i++) {
                tile[i] = zlib.compactPixel();
            }
        } else if (kind == 1) {
            Arrays.fill(tile, 0, pixels, zlib.compactPixel());
        } else if (kind <= LARGEST_PACKED) {
            readPalette(kind);
            packed(kind, width, height);
        } else if (kind == RUNS) {
            runs(pixels);
        } else if (kind > RUNS + 1) {
            readPalette(kind - RUNS);
            paletteRuns(kind - RUNS, pixels);
        } else {
            throw ConsoleException.broken("a tile of an unknown kind");
        }
    }

    private void readPalette(int size) {
        for (int i = 0; i < size; i++) {
            palette[i] = zlib.compactPixel();
        }
    }

    private void packed(int size, int width, int height) {
        int bits = size == 2 ? 1 : size <= 4 ? 2 : 4;
        int mask = (1 << bits) - 1;
        for (int y = 0; y < height; y++) {
            int left = 0; // each row begins with a new byte
            int value = 0;
            for (int x = 0; x < width; x++) {
                if (left == 0) {
                    value = zlib.u8();
                    left = 8;
                }
                left -= bits;
                tile[y * width + x] = colour((value >> left) & mask, size);
            }
        }
    }

    private void runs(int pixels) {
        int at = 0;
        while (at < pixels) {
            int colour = zlib.compactPixel();
            at = run(at, pixels, colour);
        }
    }

    private void paletteRuns(int size, int pixels) {
        int at = 0;
        while (at < pixels) {
            int index = zlib.u8();
            int colour = colour(index & 127, size);
            if (index < RUNS) {
                tile[at++] = colour;
            } else {
                at = run(at, pixels, colour);
            }
        }
    }

    private int run(int at, int pixels, int colour) {
        int length = 1;
        int more;
        do {
            more = zlib.u8();
            length += more;
            if (length > pixels - at) {
                throw ConsoleException.broken("a run that is longer than its tile");
            }
        } while (more == 255);
        Arrays.fill(tile, at, at + length, colour);
        return at + length;
    }

    private int colour(int index, int size) {
        if (index >= size) {
            throw ConsoleException.broken("a colour that is not in its palette");
        }
        return palette[index];
    }
}
