package io.github.ingotvm.console.terminal;

/** The 256 colours: sixteen named ones, a cube of 216, and a ramp of greys. */
public final class Palette {
    private static final int[] NAMED = {
        0x1d1f21, 0xcc5555, 0x7aa65a, 0xc8a24a, 0x5f8fc4, 0xa678b8, 0x4fa3a0, 0xc9ccd1,
        0x6b7078, 0xe87070, 0x9ccf7a, 0xecc866, 0x82b1ea, 0xc89ad8, 0x70c8c4, 0xffffff
    };
    private static final int CUBE = 16;
    private static final int SIDE = 6;
    private static final int GREYS = CUBE + SIDE * SIDE * SIDE;

    private Palette() {}

    /** Red, green and blue of a colour of {@link Style} that is not {@link Style#USUAL}. */
    public static int rgb(int colour) {
        if ((colour & Style.RGB) != 0) {
            return colour & 0xffffff;
        }
        int number = colour & 0xff;
        if (number < CUBE) {
            return NAMED[number];
        }
        if (number >= GREYS) {
            int grey = 8 + 10 * (number - GREYS);
            return (grey << 16) | (grey << 8) | grey;
        }
        int at = number - CUBE;
        return (step(at / (SIDE * SIDE)) << 16) | (step(at / SIDE % SIDE) << 8) | step(at % SIDE);
    }

    private static int step(int side) {
        return side == 0 ? 0 : 55 + 40 * side;
    }
}
