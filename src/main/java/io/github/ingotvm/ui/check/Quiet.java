package io.github.ingotvm.ui.check;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.Checkup;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Work;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** What the page shows when there is nothing to list: that it is looking, or that all is well. */
final class Quiet extends VBox {
    private final Label words = new Label();

    private Quiet(Node picture, String title, String text) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_3);
        words.setText(text);
        words.getStyleClass().add("empty-words");
        words.setWrapText(true);
        words.setMaxWidth(440);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setAlignment(Pos.CENTER);
        getChildren().addAll(picture, heading, words);
    }

    static Quiet looking(Work work) {
        Quiet quiet = new Quiet(Icons.of(Feather.SHIELD, "empty-icon"), "Looking at everything", "");
        quiet.words.textProperty().bind(work.doing());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(work.fraction());
        bar.setPrefWidth(240);
        bar.setAccessibleText("How far the check is");
        Button cancel = new Button("Cancel");
        cancel.setOnAction(e -> work.cancel());
        cancel.setAccessibleText("Cancel the check");
        quiet.getChildren().addAll(bar, cancel);
        return quiet;
    }

    static Quiet allIsWell(Checkup checkup) {
        return new Quiet(
                Icons.of(Feather.CHECK_CIRCLE, "well-icon"),
                "All is well",
                Formats.count(checkup.machines(), "machine", "machines") + ", "
                        + Formats.count(checkup.snapshots(), "snapshot", "snapshots") + " and "
                        + Formats.count(checkup.files(), "file", "files")
                        + ": nothing is missing, changed or left over.");
    }

    static Quiet unknown() {
        return new Quiet(
                Icons.of(Feather.SHIELD, "empty-icon"),
                "Not checked yet",
                "A check looks for missing files, changed golden images, and files that nothing needs any more.");
    }
}
