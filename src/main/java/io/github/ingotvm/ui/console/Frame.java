package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Area;
import io.github.ingotvm.console.RfbClient;
import java.nio.IntBuffer;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The guest's screen as an image whose changed parts alone are handed to the painter. */
final class Frame {
    private int[] pixels = new int[0];
    private int width;
    private int height;
    private Optional<PixelBuffer<IntBuffer>> buffer = Optional.empty();
    private Optional<Image> image = Optional.empty();

    /** Takes what is new. Gives whether the image is another one. */
    boolean take(RfbClient client) {
        boolean[] another = new boolean[1];
        Area[] changed = {Area.NONE};
        client.take((w, h, argb, dirty) -> {
            another[0] = fit(w, h);
            Area part = another[0] ? new Area(0, 0, w, h) : dirty;
            for (int row = part.y(); row < part.y() + part.height(); row++) {
                int at = row * w + part.x();
                System.arraycopy(argb, at, pixels, at, part.width());
            }
            changed[0] = part;
        });
        Area part = changed[0];
        buffer.ifPresent(b -> b.updateBuffer(same -> new Rectangle2D(part.x(), part.y(), part.width(), part.height())));
        return another[0];
    }

    private boolean fit(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return false;
        }
        width = newWidth;
        height = newHeight;
        pixels = new int[width * height];
        PixelBuffer<IntBuffer> made =
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        buffer = Optional.of(made);
        image = Optional.of(new WritableImage(made));
        return true;
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
