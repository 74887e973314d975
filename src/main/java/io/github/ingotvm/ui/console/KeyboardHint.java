package io.github.ingotvm.ui.console;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Says how to get the keyboard back, when the guest is given it for the first time. */
final class KeyboardHint extends Label {
    private static final Duration TIME = Duration.seconds(4);

    private final PauseTransition pause = new PauseTransition(TIME);
    private boolean told;

    KeyboardHint() {
        pause.setOnFinished(e -> vanish());
        getStyleClass().add("console-hint");
        setWrapText(true);
        setMouseTransparent(true);
        setVisible(false);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    }

    void once() {
        if (!told) {
            told = true;
            say("The machine has the keyboard. Press Ctrl+Alt to take it back.");
        }
    }

    /** The machine has been given the desktop's own keys, too. */
    void everyKey() {
        say("The machine has every key, the desktop's own as well. Press Ctrl+Alt to take them back.");
    }

    /** It has the pointer, too: a mouse that only knows how far it moves cannot share one. */
    void pointer() {
        say("The machine has the keyboard and the pointer. Press Ctrl+Alt to take them back.");
    }

    private void say(String words) {
        setText(words);
        setVisible(true);
        pause.playFromStart();
    }

    void vanish() {
        setVisible(false);
    }
}
