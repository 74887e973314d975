package io.github.ingotvm.ui.common;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The longer work under way, a line each: how far it is, and Cancel. Takes no room when there is none. */
public final class WorksView extends VBox {
    private final Works works;
    private final InvalidationListener again = o -> sync();
    private final Map<Work, Region> lines = new HashMap<>();

    public WorksView(Works works) {
        this.works = works;
        getStyleClass().add("works");
        works.running().addListener((ListChangeListener<Work>) change -> sync());
        sync();
    }

    private void sync() {
        lines.keySet().removeIf(w -> !works.running().contains(w));
        works.running().forEach(w -> {
            w.inPlace().removeListener(again);
            w.inPlace().addListener(again);
        });
        getChildren()
                .setAll(works.running().stream()
                        .filter(w -> !w.inPlace().get())
                        .map(w -> lines.computeIfAbsent(w, WorksView::line))
                        .toList());
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private static Region line(Work work) {
        Label title = new Label(work.title());
        title.getStyleClass().add("work-title");
        title.setMaxWidth(360);
        Label doing = new Label();
        doing.textProperty().bind(work.doing());
        doing.getStyleClass().add("hint");
        HBox.setHgrow(doing, Priority.ALWAYS);
        doing.setMaxWidth(Double.MAX_VALUE);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(work.fraction());
        bar.setAccessibleText(work.title());
        bar.setPrefWidth(200);
        Button cancel = new Button("Cancel");
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.textProperty()
                .bind(Bindings.when(work.cancelling()).then("Cancelling…").otherwise("Cancel"));
        cancel.disableProperty().bind(work.cancelling());
        cancel.setOnAction(e -> work.cancel());
        cancel.setAccessibleText("Cancel " + work.title());
        HBox line = new HBox(16, title, doing, bar, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("work");
        return line;
    }
}
