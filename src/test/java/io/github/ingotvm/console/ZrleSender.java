package io.github.ingotvm.console;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Packs tiles of 64x64 in each of the ways that ZRLE has. */
final class ZrleSender {
    /** Which way, where the tile allows it. */
    enum Way {
        RAW,
        PACKED,
        RUNS,
        PALETTE_RUNS
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] picture(int[] pixels, int width, int height, Way way) {
        for (int y = 0; y < height; y += 64) {
            for (int x = 0; x < width; x += 64) {
                Area area = new Area(x, y, Math.min(64, width - x), Math.min(64, height - y));
                tile(Painter.part(pixels, width, area), area.width(), way);
            }
        }
        return out.toByteArray();
    }

    private void tile(int[] tile, int width, Way way) {
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        Arrays.stream(tile).forEach(p -> palette.putIfAbsent(p, palette.size()));
        int size = palette.size();
        if (way == Way.RUNS) {
            out.write(128);
            runs(tile, palette, false);
        } else if (way == Way.PALETTE_RUNS && size >= 2 && size <= 127) {
            out.write(128 + size);
            palette.keySet().forEach(this::pixel);
            runs(tile, palette, true);
        } else if (way == Way.PACKED && size == 1) {
            out.write(1);
            pixel(tile[0]);
        } else if (way == Way.PACKED && size <= 16) {
            out.write(size);
            palette.keySet().forEach(this::pixel);
            packed(tile, width, palette);
        } else {
            out.write(0);
            Arrays.stream(tile).forEach(this::pixel);
        }
    }

    private void packed(int[] tile, int width, Map<Integer, Integer> palette) {
        int bits = palette.size() == 2 ? 1 : palette.size() <= 4 ? 2 : 4;
        for (int row = 0; row < tile.length; row += width) {
            int value = 0;
            int used = 0;
            for (int x = 0; x < width; x++) {
                value = (value << bits) | palette.getOrDefault(tile[row + x], 0);
                used += bits;
                if (used == 8 || x == width - 1) {
                    out.write(value << (8 - used));
                    value = 0;
                    used = 0;
                }
            }
        }
    }

    private void runs(int[] tile, Map<Integer, Integer> palette, boolean indexed) {
        int start = 0;
        while (start < tile.length) {
            int end = start;
            while (end < tile.length && tile[end] == tile[start]) {
                end++;
            }
            int index = palette.getOrDefault(tile[start], 0);
            if (indexed && end - start == 1) {
                out.write(index);
            } else {
                if (indexed) {
                    out.write(index + 128);
                } else {
                    pixel(tile[start]);
                }
                length(end - start);
            }
            start = end;
        }
    }

    private void length(int run) {
        int left = run - 1;
        while (left >= 255) {
            out.write(255);
            left -= 255;
        }
        out.write(left);
    }

    private void pixel(int rgb) {
        out.write(rgb);
        out.write(rgb >> 8);
        out.write(rgb >> 16);
    }
}
