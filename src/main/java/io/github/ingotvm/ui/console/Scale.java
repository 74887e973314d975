package io.github.ingotvm.ui.console;

/** How large a guest's pixels are shown, in the window's units; the monitor may have more pixels than one to such a unit. */
final class Scale {
    /** Up to this much above a whole number, crisp pixels are worth more than the space around them. */
    private static final double NEARLY = 0.12;

    private static final double ROUNDING = 1e-6;

    private Scale() {}

    /**
     * The largest scale that fits, made a whole number of the monitor's pixels when it is nearly so.
     *
     * @param output the monitor's pixels to one of the window's units
     */
    static double fit(double roomWidth, double roomHeight, double width, double height, double output) {
        if (roomWidth <= 0 || roomHeight <= 0 || width <= 0 || height <= 0) {
            return 1 / output;
        }
        double pixels = Math.min(roomWidth / width, roomHeight / height) * output;
        double whole = Math.floor(pixels + ROUNDING);
        return (whole >= 1 && pixels - whole <= NEARLY * whole ? whole : pixels) / output;
    }

    /** One pixel of the guest to one of the monitor. */
    static double actual(double output) {
        return 1 / output;
    }

    /** Whether each of the guest's pixels is shown by the same number of the monitor's. */
    static boolean isCrisp(double scale, double output) {
        double pixels = scale * output;
        return pixels >= 1 - ROUNDING && Math.abs(pixels - Math.rint(pixels)) < ROUNDING;
    }
}
