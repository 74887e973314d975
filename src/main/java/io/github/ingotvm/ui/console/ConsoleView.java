package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.PointerShape;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.ui.common.KeyTaker;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The guest's screen in the room there is, with its pointer. Whoever has the keyboard's focus here types in the guest. */
final class ConsoleView extends Region implements KeyTaker {
    private final ImageView view = new ImageView();
    private final Frame frame = new Frame();
    private final Viewport viewport = new Viewport();
    private final Panning panning = new Panning(viewport, this::panned);
    private final Rectangle clip = new Rectangle();
    private final Mouse mouse;
    private Runnable resized = () -> {};

    /** @param client does something with the client, if there is one */
    ConsoleView(Consumer<Consumer<RfbClient>> client) {
        this.mouse = new Mouse((x, y, buttons) -> client.accept(c -> c.pointer(x, y, buttons)));
        getStyleClass().add("console");
        setId("console");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("The machine's screen");
        setFocusTraversable(true);
        getChildren().setAll(view, panning.across(), panning.down());
        setClip(clip);
        addEventHandler(MouseEvent.ANY, this::moused);
        addEventHandler(ScrollEvent.SCROLL, e -> {
            mouse.scrolled(viewport.guest(e.getX(), e.getY()), e);
            e.consume();
        });
    }

    private void moused(MouseEvent e) {
        if (e.getTarget() != this && e.getTarget() != view) {
            return; // on a bar
        }
        if (e.getEventType() == MouseEvent.MOUSE_PRESSED) {
            if (e.getButton() == MouseButton.BACK || e.getButton() == MouseButton.FORWARD) {
                return; // the window's own
            }
            requestFocus();
        }
        if (e.getEventType() == MouseEvent.MOUSE_EXITED) {
            panning.rest();
        }
        boolean news = e.getEventType() == MouseEvent.MOUSE_PRESSED
                || e.getEventType() == MouseEvent.MOUSE_RELEASED
                || e.getEventType() == MouseEvent.MOUSE_MOVED
                || e.getEventType() == MouseEvent.MOUSE_DRAGGED;
        if (news) {
            panning.pointer(e.getX(), e.getY(), getWidth(), getHeight());
            mouse.moved(viewport.guest(e.getX(), e.getY()), e);
            e.consume();
        }
    }

    private void panned() {
        place();
        mouse.stays(at -> viewport.guest(at.getX(), at.getY()));
    }

    void paint(RfbClient client) {
        if (frame.take(client)) {
            view.setImage(frame.image().orElse(null));
            viewport.setScreen(frame.width(), frame.height());
            requestLayout();
        }
    }

    void shape(PointerShape shape) {
        setCursor(Pointers.cursor(shape));
    }

    void releaseButtons() {
        mouse.releaseAll();
        panning.rest();
    }

    Frame frame() {
        return frame;
    }

    Viewport viewport() {
        return viewport;
    }

    void setMode(ScaleMode mode) {
        viewport.setMode(mode);
        requestLayout();
    }

    /** @param action called when there is another room for the screen */
    void onRoom(Runnable action) {
        resized = action;
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
        Scene scene = getScene();
        double output = scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getOutputScaleX();
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        panning.layout(getWidth(), getHeight(), output);
        if (frame.enlarge(viewport.times())) {
            view.setImage(frame.image().orElse(null));
        }
        view.setFitWidth(viewport.shownWidth());
        view.setFitHeight(viewport.shownHeight());
        place();
        resized.run();
    }

    private void place() {
        Point2D origin = viewport.origin();
        view.relocate(origin.getX(), origin.getY());
    }
}
