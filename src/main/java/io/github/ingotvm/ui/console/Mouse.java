package io.github.ingotvm.ui.console;

import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Turns the window's pointer events into the guest's. */
final class Mouse {
    private static final int LEFT = 1;
    private static final int MIDDLE = 2;
    private static final int RIGHT = 4;
    private static final int WHEEL_UP = 8;
    private static final int WHEEL_DOWN = 16;
    private static final double NOTCH = 40;

    /** Where events go. */
    interface Pointer {
        void pointer(int x, int y, int buttons);

        /** The same for a guest that only knows how far it moves. */
        void by(int dx, int dy, int buttons);
    }

    private final Pointer pointer;
    private int x;
    private int y;
    private int buttons;
    private double scrolled;
    private boolean alone;
    /** What is left of moves that were no whole pixel. */
    private Point2D rest = Point2D.ZERO;

    private Point2D place = Point2D.ZERO;

    Mouse(Pointer pointer) {
        this.pointer = pointer;
    }

    /** Whether the guest has the pointer for itself, and is told how far it moves. */
    void setAlone(boolean alone) {
        this.alone = alone;
        rest = Point2D.ZERO;
    }

    /** @param at in the guest's pixels */
    void moved(Point2D at, MouseEvent e) {
        place = new Point2D(e.getX(), e.getY());
        buttons = buttons(e);
        move(at);
        pointer.pointer(x, y, buttons);
    }

    /** @param way in the monitor's pixels */
    void movedBy(Point2D way, MouseEvent e) {
        buttons = buttons(e);
        Point2D all = way.add(rest);
        Point2D whole = new Point2D(Math.rint(all.getX()), Math.rint(all.getY()));
        rest = all.subtract(whole);
        pointer.by((int) whole.getX(), (int) whole.getY(), buttons);
    }

    private static int buttons(MouseEvent e) {
        return (e.isPrimaryButtonDown() ? LEFT : 0)
                | (e.isMiddleButtonDown() ? MIDDLE : 0)
                | (e.isSecondaryButtonDown() ? RIGHT : 0);
    }

    void scrolled(Point2D at, ScrollEvent e) {
        move(at);
        scrolled += e.getDeltaY() / NOTCH;
        while (Math.abs(scrolled) >= 1) {
            boolean up = scrolled > 0;
            press(buttons | (up ? WHEEL_UP : WHEEL_DOWN));
            press(buttons);
            scrolled += up ? -1 : 1;
        }
    }

    /** The pointer stays where it is, and another pixel of the guest has come below it. */
    void stays(UnaryOperator<Point2D> guest) {
        move(guest.apply(place));
        pointer.pointer(x, y, buttons);
    }

    void releaseAll() {
        if (buttons != 0) {
            buttons = 0;
            press(0);
        }
    }

    private void press(int which) {
        if (alone) {
            pointer.by(0, 0, which);
        } else {
            pointer.pointer(x, y, which);
        }
    }

    private void move(Point2D at) {
        x = (int) Math.max(0, at.getX());
        y = (int) Math.max(0, at.getY());
    }
}
