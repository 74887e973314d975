package io.github.ingotvm.ui.lineage;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Moves a picture by mouse and touchpad: drag, wheel, and with Ctrl the wheel zooms. */
final class Hand {
    private final Picture picture;
    private final Runnable moved;
    private Optional<Point2D> grip = Optional.empty();

    /** @param moved is told of every move */
    Hand(Picture picture, Runnable moved) {
        this.picture = picture;
        this.moved = moved;
        picture.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        picture.addEventHandler(ZoomEvent.ZOOM, e -> {
            zoom(e.getX(), e.getY(), e.getZoomFactor());
            e.consume();
        });
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getButton() == MouseButton.PRIMARY || e.getButton() == MouseButton.MIDDLE) {
                grip = Optional.of(new Point2D(e.getX(), e.getY()));
                picture.requestFocus();
            }
        });
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        picture.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> {
            grip = Optional.empty();
            picture.setCursor(Cursor.DEFAULT);
        });
    }

    private void dragged(MouseEvent e) {
        grip.ifPresent(from -> {
            picture.setCursor(Cursor.CLOSED_HAND);
            picture.camera().move(e.getX() - from.getX(), e.getY() - from.getY());
            grip = Optional.of(new Point2D(e.getX(), e.getY()));
            show();
        });
    }

    private void scrolled(ScrollEvent e) {
        if (e.isShortcutDown()) {
            zoom(e.getX(), e.getY(), e.getDeltaY() > 0 ? Camera.STEP : 1 / Camera.STEP);
        } else if (e.isShiftDown() && e.getDeltaX() == 0) {
            picture.camera().move(e.getDeltaY(), 0);
            show();
        } else {
            picture.camera().move(e.getDeltaX(), e.getDeltaY());
            show();
        }
        e.consume();
    }

    private void zoom(double x, double y, double factor) {
        picture.camera().zoomAt(x, y, factor);
        show();
    }

    private void show() {
        picture.look();
        moved.run();
    }
}
