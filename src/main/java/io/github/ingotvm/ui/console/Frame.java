package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Area;
import io.github.ingotvm.console.RfbClient;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * The guest's screen as an image whose changed parts alone are handed to the painter. Whole enlargements are made here: JavaFX would
 * blend neighbouring pixels, whatever it is asked for.
 */
final class Frame {
    private static final long MOST_PIXELS = 1L << 26;

    private int[] pixels = new int[0];
    private int width;
    private int height;
    /** How many pixels of the image, across and down, are one of the guest's. */
    private int times = 1;

    private int[] shown = pixels;
    private Optional<PixelBuffer<IntBuffer>> buffer = Optional.empty();
    private Optional<Image> image = Optional.empty();

    /** Takes what is new. Gives whether the image is another one. */
    boolean take(RfbClient client) {
        boolean[] another = new boolean[1];
        Area[] changed = {Area.NONE};
        client.take((w, h, argb, dirty) -> {
            another[0] = w != width || h != height;
            if (another[0]) {
                width = w;
                height = h;
                pixels = new int[w * h];
            }
            Area part = another[0] ? new Area(0, 0, w, h) : dirty;
            for (int row = part.y(); row < part.y() + part.height(); row++) {
                int at = row * w + part.x();
                System.arraycopy(argb, at, pixels, at, part.width());
            }
            changed[0] = part;
        });
        if (another[0]) {
            make();
        } else {
            update(changed[0]);
        }
        return another[0];
    }

    /** Enlarges the image by a whole number; gives whether the image is another one. */
    boolean enlarge(int wanted) {
        int possible = (long) width * height * wanted * wanted > MOST_PIXELS ? 1 : wanted;
        if (possible == times) {
            return false;
        }
        times = possible;
        make();
        return true;
    }

    private void make() {
        if (width == 0 || height == 0) {
            return;
        }
        shown = times == 1 ? pixels : new int[width * times * height * times];
        PixelBuffer<IntBuffer> made = new PixelBuffer<>(
                width * times, height * times, IntBuffer.wrap(shown), PixelFormat.getIntArgbPreInstance());
        buffer = Optional.of(made);
        image = Optional.of(new WritableImage(made));
        update(new Area(0, 0, width, height));
    }

    private void update(Area part) {
        if (times > 1) {
            copyEnlarged(part);
        }
        Rectangle2D dirty = new Rectangle2D(
                (double) part.x() * times,
                (double) part.y() * times,
                (double) part.width() * times,
                (double) part.height() * times);
        buffer.ifPresent(b -> b.updateBuffer(same -> dirty));
    }

    private void copyEnlarged(Area part) {
        int across = width * times;
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            int first = y * times * across;
            for (int x = part.x(); x < part.x() + part.width(); x++) {
                int at = first + x * times;
                Arrays.fill(shown, at, at + times, pixels[y * width + x]);
            }
            int start = first + part.x() * times;
            for (int row = 1; row < times; row++) {
                System.arraycopy(shown, start, shown, start + row * across, part.width() * times);
            }
        }
    }

    Optional<Image> image() {
        return image;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The pixels as they are, 0xAARRGGBB. */
    int[] copy() {
        return pixels.clone();
    }
}
