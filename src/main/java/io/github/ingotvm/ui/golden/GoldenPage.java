package io.github.ingotvm.ui.golden;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Page;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** All golden images, an entry each. */
public final class GoldenPage implements Page {
    private static final Duration REFRESH = Duration.seconds(2);
    private static final int PICTURE_WIDTH = 400;

    private final GoldenParts parts;
    private final ImageList list;
    private final StackPane center = new StackPane();
    private final BorderPane view = new BorderPane();
    // Many events in a row, as when thirty clones are made, are worth one reading.
    private final PauseTransition soon = new PauseTransition(Duration.millis(150));
    private Runnable unlisten = () -> {};
    private Optional<Animation> live = Optional.empty();

    public GoldenPage(GoldenParts parts, GoldenWays ways) {
        this.parts = parts;
        this.list = new ImageList(parts, ways);
        Label title = new Label("Golden images");
        title.getStyleClass().add("page-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(title, new SealingLabel(parts.sealing()));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("header");
        view.setTop(head);
        view.getStyleClass().add("page");
        view.setCenter(center);
        ProgressIndicator wait = new ProgressIndicator();
        wait.setMaxSize(40, 40);
        center.getChildren().setAll(wait);
        soon.setOnFinished(e -> read());
    }

    private void read() {
        parts.read(this::show);
    }

    private void show(List<ImageSummary> read) {
        list.show(read);
        Node wanted = read.isEmpty() ? nothing() : list;
        boolean first = wanted == list && !center.getChildren().contains(list);
        center.getChildren().setAll(wanted);
        if (first) {
            list.focus();
        }
    }

    private static Node nothing() {
        Label heading = new Label("No golden image yet");
        heading.getStyleClass().add(Styles.TITLE_3);
        Label words = new Label("Fine-tune a machine and take a snapshot of it. Then choose “Promote to Golden”"
                + " in its properties, under Snapshots. Clones are cast from it in a moment.");
        words.setWrapText(true);
        words.setMaxWidth(440);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setAlignment(Pos.CENTER);
        words.getStyleClass().add("empty-words");
        VBox box = new VBox(Icons.of(Feather.STAR, "empty-icon"), heading, words);
        box.getStyleClass().add("empty-state");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private List<MachineId> watched() {
        return list.getItems().stream()
                .map(i -> i.machine().id())
                .filter(id ->
                        parts.store().find(id).filter(m -> m.state().isActive()).isPresent())
                .toList();
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        unlisten = parts.store().listen(id -> soon.playFromStart());
        live = Optional.of(parts.thumbnails().watch(REFRESH, PICTURE_WIDTH, this::watched));
        read();
    }

    @Override
    public void left() {
        soon.stop();
        unlisten.run();
        live.ifPresent(Animation::stop);
    }

    @Override
    public void refresh() {
        read();
    }
}
