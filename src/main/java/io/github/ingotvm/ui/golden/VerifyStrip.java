package io.github.ingotvm.ui.golden;

import io.github.ingotvm.ui.common.Work;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How far a verification is, and Cancel. */
final class VerifyStrip extends HBox {
    VerifyStrip(Work work) {
        super(16);
        Label title = new Label("Reading every byte");
        title.getStyleClass().add("row-title");
        Label doing = new Label();
        doing.textProperty().bind(work.doing());
        doing.getStyleClass().add("hint");
        doing.setMinWidth(0);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(work.fraction());
        bar.setAccessibleText("How far the verification is");
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox words = new VBox(6, title, bar, doing);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button cancel = new Button();
        cancel.textProperty()
                .bind(Bindings.when(work.cancelling()).then("Cancelling…").otherwise("Cancel"));
        cancel.disableProperty().bind(work.cancelling());
        cancel.setOnAction(e -> work.cancel());
        cancel.setAccessibleText("Cancel the verification");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(words, cancel);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("group-rows", "padded");
    }
}
