package io.github.ingotvm.ui.console;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.util.Duration;

/** Moves about in a guest's screen that is larger than the room: by bars, and by the pointer at an edge of the room. */
final class Panning {
    private static final double EDGE = 20;
    private static final double STEP = 14;
    private static final Duration TICK = Duration.millis(16);

    private final Viewport viewport;
    private final Runnable moved;
    private final ScrollBar across = bar(Orientation.HORIZONTAL, "Scroll the screen sideways");
    private final ScrollBar down = bar(Orientation.VERTICAL, "Scroll the screen up and down");
    private final Timeline clock = new Timeline(new KeyFrame(TICK, e -> tick()));
    private double dx;
    private double dy;
    private boolean showing;

    /** @param moved called when another part of the screen is to be seen */
    Panning(Viewport viewport, Runnable moved) {
        this.viewport = viewport;
        this.moved = moved;
        clock.setCycleCount(Animation.INDEFINITE);
        across.valueProperty().addListener((o, was, is) -> dragged());
        down.valueProperty().addListener((o, was, is) -> dragged());
    }

    private static ScrollBar bar(Orientation orientation, String words) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setFocusTraversable(false);
        bar.setAccessibleText(words);
        bar.setVisible(false);
        return bar;
    }

    ScrollBar across() {
        return across;
    }

    ScrollBar down() {
        return down;
    }

    /** Fits the viewport and the bars into the room. */
    void layout(double width, double height, double output) {
        // A bar takes room from the other direction, which may need one then.
        boolean vertical = viewport.needsMore(width, height, output).height();
        boolean horizontal = viewport.needsMore(width - thickness(down, vertical), height, output)
                .width();
        vertical = viewport.needsMore(width, height - thickness(across, horizontal), output)
                .height();
        double barWidth = thickness(down, vertical);
        double barHeight = thickness(across, horizontal);
        viewport.setRoom(width - barWidth, height - barHeight, output);
        show(across, horizontal, viewport.overflowX(), width - barWidth, viewport.panX());
        show(down, vertical, viewport.overflowY(), height - barHeight, viewport.panY());
        across.resizeRelocate(0, height - barHeight, width - barWidth, barHeight);
        down.resizeRelocate(width - barWidth, 0, barWidth, height - barHeight);
    }

    private static double thickness(ScrollBar bar, boolean needed) {
        if (!needed) {
            return 0;
        }
        return bar.getOrientation() == Orientation.VERTICAL ? bar.prefWidth(-1) : bar.prefHeight(-1);
    }

    private void show(ScrollBar bar, boolean needed, double overflow, double room, double value) {
        showing = true;
        bar.setVisible(needed);
        bar.setMax(overflow);
        bar.setVisibleAmount(overflow * room / (room + overflow + 1));
        bar.setUnitIncrement(STEP);
        bar.setBlockIncrement(room / 2);
        bar.setValue(value);
        showing = false;
    }

    private void dragged() {
        if (!showing) {
            viewport.pan(across.getValue() - viewport.panX(), down.getValue() - viewport.panY());
            moved.run();
        }
    }

    /** The pointer is here, in a room of this size. */
    void pointer(double x, double y, double width, double height) {
        dx = step(x, width, viewport.overflowX());
        dy = step(y, height, viewport.overflowY());
        if (dx == 0 && dy == 0) {
            clock.stop();
        } else {
            clock.play();
        }
    }

    private static double step(double at, double room, double overflow) {
        if (overflow <= 0) {
            return 0;
        }
        return at < EDGE ? -STEP : at > room - EDGE ? STEP : 0;
    }

    private void tick() {
        double beforeX = viewport.panX();
        double beforeY = viewport.panY();
        viewport.pan(dx, dy);
        if (viewport.panX() == beforeX && viewport.panY() == beforeY) {
            clock.stop();
        } else {
            moved.run();
        }
    }

    /** The pointer is gone. */
    void rest() {
        clock.stop();
    }
}
