package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.PointerShape;
import javafx.scene.Cursor;
import javafx.scene.ImageCursor;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The guest's pointer as the window's. */
final class Pointers {
    private Pointers() {}

    static Cursor cursor(PointerShape shape) {
        int width = shape.width();
        int height = shape.height();
        if (width == 0 || height == 0) {
            return Cursor.NONE;
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), shape.argb(), 0, width);
        return new ImageCursor(image, shape.hotX(), shape.hotY());
    }
}
