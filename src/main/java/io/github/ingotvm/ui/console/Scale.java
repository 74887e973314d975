package io.github.ingotvm.ui.console;

/** How large a guest's pixels are shown. */
final class Scale {
    /** Up to this much above a whole number, crisp pixels are worth more than the space around them. */
    private static final double NEARLY = 0.12;

    private Scale() {}

    /** The largest scale that fits, made whole when it is nearly so. */
    static double fit(double roomWidth, double roomHeight, double width, double height) {
        if (roomWidth <= 0 || roomHeight <= 0 || width <= 0 || height <= 0) {
            return 1;
        }
        double scale = Math.min(roomWidth / width, roomHeight / height);
        double whole = Math.floor(scale);
        return whole >= 1 && scale - whole <= NEARLY * whole ? whole : scale;
    }

    static boolean isWhole(double scale) {
        return scale >= 1 && scale == Math.floor(scale);
    }
}
