package io.github.ingotvm.console;

import java.util.Arrays;

/** RFC 6143, section 7.7.4: tiles of 16x16, each raw or a background with rectangles on it. */
final class HextileDecoder implements Decoder {
    private static final int TILE = 16;
    private static final int RAW = 1;
    private static final int BACKGROUND = 2;
    private static final int FOREGROUND = 4;
    private static final int RECTANGLES = 8;
    private static final int COLOURED = 16;

    private final int[] tile = new int[TILE * TILE];
    private int background;
    private int foreground;

    @Override
    public void decode(WireReader in, Area area, Framebuffer screen) {
        background = 0xFF000000;
        foreground = 0xFF000000;
        for (int y = 0; y < area.height(); y += TILE) {
            for (int x = 0; x < area.width(); x += TILE) {
                Area place = new Area(
                        area.x() + x,
                        area.y() + y,
                        Math.min(TILE, area.width() - x),
                        Math.min(TILE, area.height() - y));
                tile(in, place.width(), place.height());
                screen.put(place, tile);
            }
        }
    }

    private void tile(WireReader in, int width, int height) {
        int kind = in.u8();
        if ((kind & RAW) != 0) {
            in.pixels(tile, 0, width * height);
            return;
        }
        if ((kind & BACKGROUND) != 0) {
            background = in.pixel();
        }
        if ((kind & FOREGROUND) != 0) {
            foreground = in.pixel();
        }
        Arrays.fill(tile, 0, width * height, background);
        if ((kind & RECTANGLES) != 0) {
            rectangles(in, (kind & COLOURED) != 0, width, height);
        }
    }

    private void rectangles(WireReader in, boolean coloured, int width, int height) {
        int count = in.u8();
        for (int i = 0; i < count; i++) {
            int colour = coloured ? in.pixel() : foreground;
            int place = in.u8();
            int size = in.u8();
            Area rectangle = new Area(place >> 4, place & 15, (size >> 4) + 1, (size & 15) + 1);
            if (!rectangle.fits(width, height)) {
                throw ConsoleException.broken("a rectangle outside of its tile");
            }
            for (int row = 0; row < rectangle.height(); row++) {
                int start = (rectangle.y() + row) * width + rectangle.x();
                Arrays.fill(tile, start, start + rectangle.width(), colour);
            }
        }
    }
}
