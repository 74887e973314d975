package io.github.ingotvm.ui.console;

import javafx.geometry.Point2D;

/** Where the guest's screen lies in the room there is, in the window's units, and which of its pixels is where. */
final class Viewport {
    private static final double ROUNDING = 1e-6;

    private ScaleMode mode = ScaleMode.FIT;
    private double roomWidth;
    private double roomHeight;
    private int width;
    private int height;
    private double output = 1;
    private double scale = 1;
    /** How far the guest's screen is moved out of the room to the left and to the top. */
    private double panX;

    private double panY;

    void setMode(ScaleMode mode) {
        this.mode = mode;
        panX = 0;
        panY = 0;
        settle();
    }

    ScaleMode mode() {
        return mode;
    }

    /** @param output the monitor's pixels to one of the window's units */
    void setRoom(double roomWidth, double roomHeight, double output) {
        this.roomWidth = roomWidth;
        this.roomHeight = roomHeight;
        this.output = output;
        settle();
    }

    /** @param width of the guest's screen, in its pixels */
    void setScreen(int width, int height) {
        this.width = width;
        this.height = height;
        settle();
    }

    private void settle() {
        scale = mode == ScaleMode.ACTUAL
                ? Scale.actual(output)
                : Scale.fit(roomWidth, roomHeight, width, height, output);
        pan(0, 0);
    }

    /** In which directions a room would be too small to see all of the guest's screen in it. */
    record TooSmall(boolean width, boolean height) {}

    /** Asks without changing anything. */
    TooSmall needsMore(double roomAcross, double roomDown, double pixels) {
        boolean actual = mode == ScaleMode.ACTUAL;
        return new TooSmall(actual && width / pixels > roomAcross, actual && height / pixels > roomDown);
    }

    /** Moves the room over the guest's screen, as far as there is any to see. */
    void pan(double dx, double dy) {
        panX = clamp(panX + dx, overflowX());
        panY = clamp(panY + dy, overflowY());
    }

    private static double clamp(double value, double most) {
        return Math.max(0, Math.min(value, most));
    }

    /** How much of the guest's screen is out of sight, in width. */
    double overflowX() {
        return Math.max(0, shownWidth() - roomWidth);
    }

    double overflowY() {
        return Math.max(0, shownHeight() - roomHeight);
    }

    double panX() {
        return panX;
    }

    double panY() {
        return panY;
    }

    double shownWidth() {
        return width * scale;
    }

    double shownHeight() {
        return height * scale;
    }

    boolean isCrisp() {
        return Scale.isCrisp(scale, output);
    }

    /** How many of the monitor's pixels, across and down, show one of the guest's; 1 as well where that is no whole number. */
    int times() {
        return isCrisp() ? (int) Math.rint(scale * output) : 1;
    }

    /** Where the guest's screen begins: in the middle of the room, or moved out of it. On a pixel of the monitor. */
    Point2D origin() {
        double x = overflowX() > 0 ? -panX : (roomWidth - shownWidth()) / 2;
        double y = overflowY() > 0 ? -panY : (roomHeight - shownHeight()) / 2;
        return new Point2D(Math.floor(x * output) / output, Math.floor(y * output) / output);
    }

    /** The guest's pixel at a place of the room; the nearest one where there is none. */
    Point2D guest(double x, double y) {
        Point2D origin = origin();
        return new Point2D(
                clamp(Math.floor((x - origin.getX()) / scale), Math.max(0, width - 1)),
                clamp(Math.floor((y - origin.getY()) / scale), Math.max(0, height - 1)));
    }

    /** How many of the monitor's pixels there is room for, in width: what a guest that follows is asked for. */
    int pixelsAcross() {
        return (int) Math.floor(roomWidth * output + ROUNDING);
    }

    int pixelsDown() {
        return (int) Math.floor(roomHeight * output + ROUNDING);
    }
}
