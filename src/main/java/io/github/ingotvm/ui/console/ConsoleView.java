package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.PointerShape;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.ui.common.KeyTaker;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
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
    private boolean alone;
    private final ReadOnlyBooleanWrapper holding = new ReadOnlyBooleanWrapper();
    private Optional<HeldPointer> held = Optional.empty();
    private Cursor shape = Cursor.DEFAULT;
    private Runnable resized = () -> {};

    /** @param client does something with the client, if there is one */
    ConsoleView(Consumer<Consumer<RfbClient>> client) {
        this.mouse = new Mouse(new Mouse.Pointer() {
            @Override
            public void pointer(int x, int y, int buttons) {
                client.accept(c -> c.pointer(x, y, buttons));
            }

            @Override
            public void by(int dx, int dy, int buttons) {
                client.accept(c -> c.pointerBy(dx, dy, buttons));
            }
        });
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
        if (alone) {
            movedAlone(e);
            return;
        }
        if (e.getEventType() == MouseEvent.MOUSE_EXITED) {
            panning.rest();
        }
        if (isNews(e)) {
            panning.pointer(e.getX(), e.getY(), getWidth(), getHeight());
            mouse.moved(viewport.guest(e.getX(), e.getY()), e);
            e.consume();
        }
    }

    /** The guest knows only how far its mouse moves: it has the pointer from a click on, which is not the guest's. */
    private void movedAlone(MouseEvent e) {
        e.consume();
        if (held.isEmpty()) {
            if (e.getEventType() == MouseEvent.MOUSE_PRESSED) {
                hold(Optional.of(new HeldPointer(this, new Point2D(e.getScreenX(), e.getScreenY()))));
            }
            return;
        }
        if (e.getEventType() == MouseEvent.MOUSE_EXITED && !held.get().left()) {
            releaseButtons();
        } else if (isNews(e)) {
            Point2D way = held.get().moved(new Point2D(e.getScreenX(), e.getScreenY()));
            mouse.movedBy(way.multiply(output()), e);
        }
    }

    private void hold(Optional<HeldPointer> pointer) {
        held = pointer;
        mouse.setAlone(pointer.isPresent());
        setCursor(pointer.isPresent() ? Cursor.NONE : alone ? Cursor.DEFAULT : shape);
        holding.set(pointer.isPresent());
    }

    /** Whether the guest can use the pointer only when it has it alone. */
    void setAlone(boolean now) {
        if (now != alone) {
            releaseButtons();
            alone = now;
            hold(Optional.empty());
        }
    }

    /** Whether the guest has the pointer now. */
    ReadOnlyBooleanProperty holding() {
        return holding.getReadOnlyProperty();
    }

    private static boolean isNews(MouseEvent e) {
        return e.getEventType() == MouseEvent.MOUSE_PRESSED
                || e.getEventType() == MouseEvent.MOUSE_RELEASED
                || e.getEventType() == MouseEvent.MOUSE_MOVED
                || e.getEventType() == MouseEvent.MOUSE_DRAGGED;
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

    void shape(PointerShape now) {
        shape = Pointers.cursor(now);
        if (!alone) {
            setCursor(shape);
        }
    }

    /** Nothing stays pressed, and the pointer is given back. */
    void releaseButtons() {
        mouse.releaseAll();
        hold(Optional.empty());
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
        double output = output();
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

    /** The monitor's pixels to one of the window's units. */
    private double output() {
        Scene scene = getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getOutputScaleX();
    }

    private void place() {
        Point2D origin = viewport.origin();
        view.relocate(origin.getX(), origin.getY());
    }
}
