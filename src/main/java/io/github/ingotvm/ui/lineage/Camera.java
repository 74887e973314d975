package io.github.ingotvm.ui.lineage;

/** Which part of a picture is looked at, and how closely. A place in the picture times the zoom, plus the shift, is a place on the glass. */
final class Camera {
    static final double CLOSEST = 2;
    static final double FARTHEST = 0.15;
    /** One step of the keys or of the wheel. */
    static final double STEP = 1.2;

    private static final double MARGIN = 24;

    private double zoom = 1;
    private double x;
    private double y;
    private double glassWidth;
    private double glassHeight;
    private double width;
    private double height;

    double zoom() {
        return zoom;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /** The size of the glass. */
    void glass(double newWidth, double newHeight) {
        glassWidth = newWidth;
        glassHeight = newHeight;
        hold();
    }

    /** The size of the picture. */
    void picture(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        hold();
    }

    /** Comes closer or goes away; what lies at this place of the glass stays there. */
    void zoomAt(double glassX, double glassY, double factor) {
        double before = zoom;
        zoom = Math.max(FARTHEST, Math.min(CLOSEST, zoom * factor));
        x = glassX - (glassX - x) * zoom / before;
        y = glassY - (glassY - y) * zoom / before;
        hold();
    }

    void zoom(double factor) {
        zoomAt(glassWidth / 2, glassHeight / 2, factor);
    }

    void move(double right, double down) {
        x += right;
        y += down;
        hold();
    }

    /** All of the picture, but never larger than it is. */
    void fit() {
        zoom = Math.max(FARTHEST, Math.min(1, Math.min(glassWidth / width, glassHeight / height)));
        x = 0;
        y = 0;
        hold();
    }

    /** As it is, from its beginning. */
    void reset() {
        zoom = 1;
        x = 0;
        y = 0;
        hold();
    }

    /** Moves no farther than needed for this part of the picture to be seen. */
    void reveal(double left, double top, double partWidth, double partHeight) {
        if (glassWidth <= 0 || glassHeight <= 0) {
            return; // there is no glass yet
        }
        x += nudge(left * zoom + x, partWidth * zoom, glassWidth);
        y += nudge(top * zoom + y, partHeight * zoom, glassHeight);
        hold();
    }

    private static double nudge(double start, double length, double room) {
        if (start < MARGIN) {
            return MARGIN - start;
        }
        return Math.min(0, room - MARGIN - (start + length));
    }

    /** Whether any of this part of the picture is seen, or will soon be. */
    boolean sees(double left, double top, double partWidth, double partHeight) {
        double start = left * zoom + x;
        double above = top * zoom + y;
        return start < glassWidth + glassWidth / 2
                && start + partWidth * zoom > -glassWidth / 2
                && above < glassHeight + glassHeight / 2
                && above + partHeight * zoom > -glassHeight / 2;
    }

    /** The picture does not leave the glass; a small one stands at its left, in the middle of its height. */
    private void hold() {
        x = hold(x, width * zoom, glassWidth, 0);
        y = hold(y, height * zoom, glassHeight, Math.max(0, (glassHeight - height * zoom) / 2));
    }

    private static double hold(double at, double length, double room, double small) {
        return length <= room ? small : Math.max(room - length, Math.min(0, at));
    }
}
