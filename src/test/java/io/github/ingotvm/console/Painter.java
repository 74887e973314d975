package io.github.ingotvm.console;

import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Pictures to send, of few or of many colours, and the part of one that a tile covers. */
final class Painter {
    private static final int OPAQUE = 0xFF000000;

    private Painter() {}

    /** @param colours how many different ones */
    static int[] picture(Random random, int width, int height, int colours) {
        int[] palette = random.ints(colours, 0, 1 << 24).map(c -> c | OPAQUE).toArray();
        int[] pixels = new int[width * height];
        int colour = palette[0];
        for (int i = 0; i < pixels.length; i++) {
            // Runs of different lengths, as pictures have them.
            colour = random.nextInt(7) == 0 ? palette[random.nextInt(colours)] : colour;
            pixels[i] = colour;
        }
        return pixels;
    }

    static int[] part(int[] picture, int stride, Area area) {
        int[] part = new int[area.width() * area.height()];
        IntUnaryOperator at = i -> picture[(area.y() + i / area.width()) * stride + area.x() + i % area.width()];
        for (int i = 0; i < part.length; i++) {
            part[i] = at.applyAsInt(i);
        }
        return part;
    }
}
