package io.github.ingotvm.console;

import java.util.Arrays;

/** The screen's pixels, 0xAARRGGBB and opaque, row by row from the top left. Safe for use by several threads. */
public final class Framebuffer {
    private static final int BLACK = 0xFF000000;

    private int width;
    private int height;
    private int[] pixels = new int[0];
    private Area dirty = Area.NONE;

    Framebuffer() {}

    /** Looks at the pixels while nobody changes them; it must not keep the array. */
    public interface Look {
        /**
         * @param argb at least {@code width * height} pixels
         * @param dirty what has changed since the last {@link RfbClient#take}
         */
        void at(int width, int height, int[] argb, Area dirty);
    }

    public synchronized int width() {
        return width;
    }

    public synchronized int height() {
        return height;
    }

    /** Looks without taking: what is dirty stays so. */
    public synchronized void look(Look look) {
        look.at(width, height, pixels, dirty);
    }

    synchronized void take(Look look) {
        Area changed = dirty;
        dirty = Area.NONE;
        look.at(width, height, pixels, changed);
    }

    synchronized void resize(int newWidth, int newHeight) {
        int size = newWidth * newHeight;
        // Kept while it is large enough and not a waste, so that a server that changes its mind all the time costs
        // little.
        if (size > pixels.length || size < pixels.length / 4) {
            pixels = new int[size];
        }
        Arrays.fill(pixels, 0, size, BLACK);
        width = newWidth;
        height = newHeight;
        dirty = new Area(0, 0, newWidth, newHeight);
    }

    synchronized boolean holds(Area area) {
        return area.fits(width, height);
    }

    /** @param source the area's pixels, row by row */
    synchronized void put(Area area, int[] source) {
        for (int row = 0; row < area.height(); row++) {
            System.arraycopy(source, row * area.width(), pixels, (area.y() + row) * width + area.x(), area.width());
        }
        dirty = dirty.union(area);
    }

    synchronized void fill(Area area, int argb) {
        for (int row = 0; row < area.height(); row++) {
            int start = (area.y() + row) * width + area.x();
            Arrays.fill(pixels, start, start + area.width(), argb);
        }
        dirty = dirty.union(area);
    }

    /** The two may overlap. */
    synchronized void copy(int fromX, int fromY, Area to) {
        boolean upwards = fromY >= to.y();
        for (int i = 0; i < to.height(); i++) {
            int row = upwards ? i : to.height() - 1 - i;
            System.arraycopy(
                    pixels, (fromY + row) * width + fromX, pixels, (to.y() + row) * width + to.x(), to.width());
        }
        dirty = dirty.union(to);
    }
}
