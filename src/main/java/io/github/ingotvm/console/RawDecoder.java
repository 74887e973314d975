package io.github.ingotvm.console;

/** RFC 6143, section 7.7.1: pixels in rows. */
final class RawDecoder implements Decoder {
    private static final int BAND = 1 << 14;

    private int[] band = new int[BAND];

    @Override
    public void decode(WireReader in, Area area, Framebuffer screen) {
        if (area.isEmpty()) {
            return;
        }
        // Some rows at a time: the screen is not locked while the server is waited for.
        int rows = Math.max(1, BAND / area.width());
        if (band.length < rows * area.width()) {
            band = new int[rows * area.width()];
        }
        for (int y = 0; y < area.height(); y += rows) {
            int here = Math.min(rows, area.height() - y);
            in.pixels(band, 0, here * area.width());
            screen.put(new Area(area.x(), area.y() + y, area.width(), here), band);
        }
    }
}
