package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.PointerShape;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.ui.common.KeyTaker;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.ImageCursor;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** The guest's screen, as large as there is room, with its pointer and its keyboard. */
final class ConsoleView extends Region implements KeyTaker {
    private final ImageView view = new ImageView();
    private final Frame frame = new Frame();
    private final Keyboard keyboard;
    private final Mouse mouse;
    private double scale = 1;

    /**
     * @param client does something with the client, if there is one
     * @param own sees presses and releases before the guest does, and says which are not for it
     */
    ConsoleView(Consumer<Consumer<RfbClient>> client, Predicate<KeyEvent> own) {
        this.keyboard = new Keyboard((keysym, down) -> client.accept(c -> c.key(keysym, down)));
        this.mouse = new Mouse((x, y, buttons) -> client.accept(c -> c.pointer(x, y, buttons)));
        getStyleClass().add("console");
        setId("console");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("The machine's screen");
        setFocusTraversable(true);
        getChildren().add(view);
        addEventHandler(KeyEvent.ANY, e -> {
            if (!own.test(e)) {
                keyed(e);
                e.consume();
            }
        });
        addEventHandler(MouseEvent.ANY, this::moused);
        addEventHandler(ScrollEvent.SCROLL, e -> {
            mouse.scrolled(guest(e.getX(), e.getY()), e);
            e.consume();
        });
        focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                releaseAll();
            }
        });
    }

    private void keyed(KeyEvent e) {
        if (e.getEventType() == KeyEvent.KEY_PRESSED) {
            keyboard.pressed(e);
        } else if (e.getEventType() == KeyEvent.KEY_RELEASED) {
            keyboard.released(e);
        } else {
            keyboard.typed(e);
        }
    }

    private void moused(MouseEvent e) {
        if (e.getEventType() == MouseEvent.MOUSE_PRESSED) {
            if (e.getButton() == MouseButton.BACK || e.getButton() == MouseButton.FORWARD) {
                return; // the window's own
            }
            requestFocus();
        }
        boolean news = e.getEventType() == MouseEvent.MOUSE_PRESSED
                || e.getEventType() == MouseEvent.MOUSE_RELEASED
                || e.getEventType() == MouseEvent.MOUSE_MOVED
                || e.getEventType() == MouseEvent.MOUSE_DRAGGED;
        if (news) {
            mouse.moved(guest(e.getX(), e.getY()), e);
            e.consume();
        }
    }

    private Point2D guest(double x, double y) {
        double guestX = (x - view.getLayoutX()) / scale;
        double guestY = (y - view.getLayoutY()) / scale;
        return new Point2D(Math.min(guestX, frame.width() - 1.0), Math.min(guestY, frame.height() - 1.0));
    }

    void paint(RfbClient client) {
        if (frame.take(client)) {
            view.setImage(frame.image().orElse(null));
            requestLayout();
        }
    }

    void shape(PointerShape shape) {
        if (shape.width() == 0 || shape.height() == 0) {
            setCursor(Cursor.NONE);
            return;
        }
        WritableImage image = new WritableImage(shape.width(), shape.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        shape.width(),
                        shape.height(),
                        PixelFormat.getIntArgbInstance(),
                        shape.argb(),
                        0,
                        shape.width());
        setCursor(new ImageCursor(image, shape.hotX(), shape.hotY()));
    }

    void chord(List<Integer> keysyms) {
        keyboard.chord(keysyms);
    }

    void releaseAll() {
        keyboard.releaseAll();
        mouse.releaseAll();
    }

    Frame frame() {
        return frame;
    }

    @Override
    protected double computePrefWidth(double height) {
        return frame.width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return frame.height();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        scale = Scale.fit(getWidth(), getHeight(), frame.width(), frame.height());
        view.setSmooth(!Scale.isWhole(scale));
        view.setFitWidth(frame.width() * scale);
        view.setFitHeight(frame.height() * scale);
        view.relocate(
                snapPositionX((getWidth() - frame.width() * scale) / 2),
                snapPositionY((getHeight() - frame.height() * scale) / 2));
    }
}
