package io.github.ingotvm.console;

/** Packs tiles of 16x16: raw, of one colour, or the runs of each row as rectangles. */
final class HextileSender {
    private final ServerScript out;
    private int background = -1;

    HextileSender(ServerScript out) {
        this.out = out;
    }

    void picture(int[] pixels, int width, int height) {
        for (int y = 0; y < height; y += 16) {
            for (int x = 0; x < width; x += 16) {
                Area area = new Area(x, y, Math.min(16, width - x), Math.min(16, height - y));
                tile(Painter.part(pixels, width, area), area.width());
            }
        }
    }

    private void tile(int[] tile, int width) {
        ServerScript rectangles = new ServerScript();
        int count = 0;
        int second = -1;
        boolean many = false;
        for (int at = 0; at < tile.length; ) {
            int end = at;
            while (end < tile.length && end / width == at / width && tile[end] == tile[at]) {
                end++;
            }
            if (tile[at] != tile[0]) {
                many |= second != -1 && second != tile[at];
                second = tile[at];
                count++;
            }
            at = end;
        }
        if (count > 255) {
            out.u8(1);
            for (int pixel : tile) {
                out.pixel(pixel);
            }
            background = -1;
            return;
        }
        for (int at = 0; at < tile.length; ) {
            int end = at;
            while (end < tile.length && end / width == at / width && tile[end] == tile[at]) {
                end++;
            }
            if (tile[at] != tile[0]) {
                if (many) {
                    rectangles.pixel(tile[at]);
                }
                rectangles.u8((at % width << 4) | (at / width), (end - at - 1) << 4);
            }
            at = end;
        }
        boolean same = background == tile[0];
        background = tile[0];
        out.u8((same ? 0 : 2) | (count > 0 ? 8 : 0) | (count > 0 && many ? 16 : 0) | (count > 0 && !many ? 4 : 0));
        if (!same) {
            out.pixel(tile[0]);
        }
        if (count > 0 && !many) {
            out.pixel(second);
        }
        if (count > 0) {
            out.u8(count).raw(rectangles.done());
        }
    }
}
