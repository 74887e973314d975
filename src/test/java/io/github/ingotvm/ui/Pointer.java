package io.github.ingotvm.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.testfx.util.WaitForAsyncUtils;

/** The mouse, that goes where it is wanted at once. */
final class Pointer {
    private Pointer() {}

    static void moveTo(Node node) {
        moveTo(middle(node));
    }

    static void moveTo(Point2D place) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Robot().mouseMove(place));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Moves the mouse in one step, from wherever its pointer is now. */
    static void push(int dx, int dy) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Robot hand = new Robot();
            hand.mouseMove(hand.getMouseX() + dx, hand.getMouseY() + dy);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void click(Node node) {
        click(node, MouseButton.PRIMARY, 1);
    }

    static void click(Node node, MouseButton button, int times) {
        moveTo(node);
        click(button, times);
    }

    /** Where it is. As quick as a hand, however slow the window is: what is clicked cannot move between press and release. */
    static void click(MouseButton button, int times) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Robot hand = new Robot();
            for (int i = 0; i < times; i++) {
                hand.mousePress(button);
                hand.mouseRelease(button);
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void press(MouseButton button) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Robot().mousePress(button));
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void release(MouseButton button) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Robot().mouseRelease(button));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Where it is once the window has been laid out anew: what has just come up may still be somewhere else. */
    private static Point2D middle(Node node) {
        CompletableFuture<Point2D> middle = new CompletableFuture<>();
        Platform.runLater(() -> {
            Scene scene = node.getScene();
            if (scene == null) {
                middle.completeExceptionally(new IllegalStateException(node + " is shown no longer"));
                return;
            }
            Runnable[] once = new Runnable[1];
            once[0] = () -> {
                scene.removePostLayoutPulseListener(once[0]);
                Bounds bounds = node.localToScreen(node.getBoundsInLocal());
                if (bounds == null) {
                    middle.completeExceptionally(new IllegalStateException(node + " is shown no longer"));
                    return;
                }
                middle.complete(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
            };
            scene.addPostLayoutPulseListener(once[0]);
            Platform.requestNextPulse();
        });
        return middle.orTimeout(10, TimeUnit.SECONDS).join();
    }
}
