package io.github.ingotvm.ui;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.ui.common.LogoMark;
import io.github.ingotvm.ui.common.Notices;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/** What the window shows until it is connected: that it is at it, or why it cannot. */
final class StartPage extends VBox {
    private final Label title = new Label();
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final TextArea details = new TextArea();
    private final Hyperlink fold = new Hyperlink("Details");
    private final HBox buttons = new HBox(12);
    private boolean failed;

    StartPage(Runnable retry) {
        getStyleClass().add("start-page");
        setAlignment(Pos.CENTER);
        setSpacing(16);
        title.getStyleClass().add(Styles.TITLE_3);
        words.getStyleClass().add("empty-words");
        words.setWrapText(true);
        words.setMaxWidth(520);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setAlignment(Pos.CENTER);
        bar.setPrefWidth(160);
        bar.getStyleClass().add(Styles.SMALL);
        details.setEditable(false);
        details.setMaxWidth(640);
        details.setPrefRowCount(10);
        details.setAccessibleText("Details");
        Button again = new Button("Try Again");
        again.setOnAction(e -> retry.run());
        again.getStyleClass().add(Styles.ACCENT);
        fold.setOnAction(e -> {
            show(details, !details.isVisible());
            fold.setText(details.isVisible() ? "Hide Details" : "Details");
            fold.setVisited(false);
        });
        buttons.getChildren().setAll(fold, again);
        buttons.setAlignment(Pos.CENTER);
        getChildren().setAll(new LogoMark(88), title, words, bar, buttons, details);
        show(details, false);
    }

    void waiting() {
        failed = false;
        title.setText("");
        words.setText("");
        show(buttons, false);
        // A connection that is there at once needs no bar that flashes by.
        bar.setVisible(false);
        PauseTransition soon = new PauseTransition(Duration.millis(400));
        soon.setOnFinished(e -> {
            if (!failed) {
                words.setText("Connecting to the virtual machines of this computer…");
                bar.setVisible(true);
            }
        });
        soon.play();
    }

    void failed(IngotException e) {
        failed = true;
        bar.setVisible(false);
        title.setText("There is no connection");
        words.setText(e.getMessage() + " Ingot tries again by itself.");
        String more = Notices.details(e);
        details.setText(more);
        show(fold, !more.isEmpty());
        show(buttons, true);
    }

    boolean isFailed() {
        return failed;
    }

    private static void show(javafx.scene.Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
