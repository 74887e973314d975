package io.github.ingotvm.console;

/**
 * A rectangle of the screen.
 *
 * @param x of the left edge, in pixels
 * @param y of the top edge, in pixels
 * @param width in pixels
 * @param height in pixels
 */
public record Area(int x, int y, int width, int height) {
    /** Nothing. */
    public static final Area NONE = new Area(0, 0, 0, 0);

    public boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    /** The smallest area that holds both. */
    public Area union(Area other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Area(
                left,
                top,
                Math.max(x + width, other.x + other.width) - left,
                Math.max(y + height, other.y + other.height) - top);
    }

    /** Whether it lies within a screen of this size. */
    boolean fits(int screenWidth, int screenHeight) {
        return x >= 0 && y >= 0 && width >= 0 && height >= 0 && x <= screenWidth - width && y <= screenHeight - height;
    }
}
