package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.Picture;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures of screens as images that the window can show. */
final class Screenshot {
    private Screenshot() {}

    static Image image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        return image;
    }

    /** Whether all of it has one colour. */
    static boolean isBlank(Picture picture) {
        int[] argb = picture.argb();
        for (int pixel : argb) {
            if (pixel != argb[0]) {
                return false;
            }
        }
        return true;
    }

    /** The picture at most this wide; a whole number of its pixels makes one. */
    static Picture shrunk(Picture picture, int width) {
        int step = picture.width() / width;
        if (step < 2) {
            return picture;
        }
        int w = picture.width() / step;
        int h = Math.max(1, picture.height() / step);
        int[] argb = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                argb[y * w + x] = mean(picture, x * step, y * step, step);
            }
        }
        return new Picture(w, h, argb);
    }

    private static int mean(Picture picture, int left, int top, int step) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int bottom = Math.min(top + step, picture.height());
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < left + step; x++) {
                int pixel = picture.argb()[y * picture.width() + x];
                red += (pixel >> 16) & 0xFF;
                green += (pixel >> 8) & 0xFF;
                blue += pixel & 0xFF;
            }
        }
        int n = step * (bottom - top);
        return 0xFF000000 | ((red / n) << 16) | ((green / n) << 8) | (blue / n);
    }
}
