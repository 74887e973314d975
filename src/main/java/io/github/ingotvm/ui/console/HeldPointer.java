package io.github.ingotvm.ui.console;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.robot.Robot;

/**
 * The pointer while a guest has it alone that knows only how far a mouse moves: it is kept about the middle of the view, so that it can go
 * on for ever. Where the desktop does not let it be moved, it goes as far as there is room. On the window's thread.
 */
final class HeldPointer {
    /** How far it may go from the middle, of what there is. */
    private static final double REACH = 0.25;

    private final Node view;
    private final Robot robot = new Robot();
    private Point2D last;
    /** Whether it is on its way back to the middle: events from before still come. */
    private boolean called;

    /** @param at where it is now, on the monitor */
    HeldPointer(Node view, Point2D at) {
        this.view = view;
        this.last = at;
        keep();
    }

    /** It is there, on the monitor. Gives how far it has moved, in the window's units. */
    Point2D moved(Point2D now) {
        Point2D middle = middle();
        if (called && now.distance(middle) < now.distance(last)) {
            called = false;
            last = middle;
        }
        Point2D way = now.subtract(last);
        last = now;
        keep();
        return way;
    }

    /** It has left the view. Gives whether it comes back. */
    boolean left() {
        boolean deaf = called;
        call();
        return !deaf;
    }

    private void keep() {
        Bounds bounds = view.getLayoutBounds();
        double reach = Math.min(bounds.getWidth(), bounds.getHeight()) * REACH;
        if (!called && last.distance(middle()) > reach) {
            call();
        }
    }

    private void call() {
        called = true;
        robot.mouseMove(middle());
    }

    private Point2D middle() {
        Bounds bounds = view.localToScreen(view.getLayoutBounds());
        return new Point2D(Math.rint(bounds.getCenterX()), Math.rint(bounds.getCenterY()));
    }
}
