package io.github.ingotvm.console;

/**
 * What the guest's pointer looks like (RFC 6143, section 7.8.1).
 *
 * @param width in pixels; 0 when the guest shows none
 * @param height in pixels
 * @param hotX where it points, from its left edge
 * @param hotY where it points, from its top edge
 * @param argb row by row; owned by the receiver
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels: copying them into a list would serve nobody.
public record PointerShape(int width, int height, int hotX, int hotY, int[] argb) {
    /** The area's place is the hot spot, as the protocol has it. */
    static PointerShape read(WireReader in, Area area, Limits limits) {
        if (area.width() > limits.pointerSide() || area.height() > limits.pointerSide()) {
            throw ConsoleException.broken("a pointer that is too large");
        }
        int[] argb = new int[area.width() * area.height()];
        in.pixels(argb, 0, argb.length);
        int rowBytes = (area.width() + 7) / 8;
        byte[] mask = in.bytes(rowBytes * area.height());
        for (int y = 0; y < area.height(); y++) {
            for (int x = 0; x < area.width(); x++) {
                if ((mask[y * rowBytes + x / 8] & (0x80 >> (x % 8))) == 0) {
                    argb[y * area.width() + x] = 0;
                }
            }
        }
        int hotX = Math.min(area.x(), Math.max(0, area.width() - 1));
        int hotY = Math.min(area.y(), Math.max(0, area.height() - 1));
        return new PointerShape(area.width(), area.height(), hotX, hotY, argb);
    }
}
