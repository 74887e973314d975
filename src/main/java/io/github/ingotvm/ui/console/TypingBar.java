package io.github.ingotvm.ui.console;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.KeyTaker;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How far the typing of a text is, with a way to stop it. It has the keyboard meanwhile, so that nothing else is typed in between. */
final class TypingBar extends HBox {
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new StopButton();

    /** Escape stops the typing here, and does nothing else in the window. */
    private static final class StopButton extends Button implements KeyTaker {
        StopButton() {
            super("Stop");
        }
    }

    TypingBar(Runnable stop) {
        getStyleClass().add("typing-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        bar.setPrefWidth(160);
        bar.setAccessibleText("Typing");
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setOnAction(e -> stop.run());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                stop.run();
            }
        });
        getChildren().setAll(words, bar, cancel);
        setVisible(false);
    }

    void show(int done, int all) {
        words.setText("Typing: " + done + " of " + all);
        bar.setProgress(all == 0 ? 1 : (double) done / all);
    }

    void appear() {
        setVisible(true);
        cancel.requestFocus();
    }

    void vanish() {
        setVisible(false);
    }
}
