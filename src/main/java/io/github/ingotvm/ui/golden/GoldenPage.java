package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.ui.common.EmptyState;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Reading;
import io.github.ingotvm.ui.common.Wheel;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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
    private final Reading<List<ImageSummary>> reading;
    private Optional<Animation> live = Optional.empty();

    public GoldenPage(GoldenParts parts, GoldenWays ways) {
        this.parts = parts;
        this.list = new ImageList(parts, ways);
        this.reading = parts.reading(this::show);
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
        center.getChildren().setAll(new Wheel("Looking for golden images"));
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
        return new EmptyState(
                Icons.of(Feather.STAR, "empty-icon"),
                "No golden image yet",
                "Fine-tune a machine and take a snapshot of it. Then choose “Promote to Golden”"
                        + " in its properties, under Snapshots. Clones are cast from it in a moment.");
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
        live = Optional.of(parts.thumbnails().watch(REFRESH, PICTURE_WIDTH, this::watched));
        reading.start();
    }

    @Override
    public void left() {
        reading.stop();
        live.ifPresent(Animation::stop);
    }

    @Override
    public void refresh() {
        reading.now();
    }
}
