package io.github.ingotvm.ui.console;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Says how to get the keyboard back, when the guest is given it for the first time. */
final class KeyboardHint extends Label {
    private static final Duration TIME = Duration.seconds(4);

    private boolean told;

    KeyboardHint() {
        super("The machine has the keyboard. Press Ctrl+Alt to take it back.");
        getStyleClass().add("console-hint");
        setWrapText(true);
        setMouseTransparent(true);
        setVisible(false);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    }

    void once() {
        if (!told) {
            told = true;
            setVisible(true);
            PauseTransition pause = new PauseTransition(TIME);
            pause.setOnFinished(e -> vanish());
            pause.play();
        }
    }

    void vanish() {
        setVisible(false);
    }
}
