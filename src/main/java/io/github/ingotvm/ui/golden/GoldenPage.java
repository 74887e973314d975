package io.github.ingotvm.ui.golden;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.service.GoldenImages;
import io.github.ingotvm.ui.common.CloneStarter;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Tools;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** All golden images: by machine, newest version first, with what was cast from each. */
public final class GoldenPage implements Page {
    private final GoldenImages images;
    private final MachineStore store;
    private final Tools tools;
    private final VersionRow.Doing doing;
    private final Navigator navigator;
    private final VBox column = new VBox(24);
    private final ScrollPane scroll = new ScrollPane(column);
    private final StackPane center = new StackPane();
    private final BorderPane view = new BorderPane();
    // Many events in a row, as when thirty clones are made, are worth one reading.
    private final PauseTransition soon = new PauseTransition(Duration.millis(150));
    private Runnable unlisten = () -> {};

    public GoldenPage(GoldenImages images, MachineStore store, Tools tools, Navigator navigator, CloneStarter cloning) {
        this.images = images;
        this.store = store;
        this.tools = tools;
        this.navigator = navigator;
        this.doing = new VersionRow.Doing() {
            @Override
            public void clone(GoldenImage image) {
                cloning.clone(image.machine(), image.version().snapshot());
            }

            @Override
            public void demote(GoldenImage image) {
                GoldenPage.this.demote(image);
            }
        };
        Label title = new Label("Golden images");
        title.getStyleClass().add("page-title");
        HBox head = new HBox(title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("header");
        view.setTop(head);
        view.getStyleClass().add("page");
        column.getStyleClass().add("golden-column");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        view.setCenter(center);
        ProgressIndicator wait = new ProgressIndicator();
        wait.setMaxSize(40, 40);
        center.getChildren().setAll(wait);
        soon.setOnFinished(e -> read());
    }

    private void read() {
        tools.background().run(images::list, this::show, tools.notices()::error);
    }

    private void show(List<GoldenImage> read) {
        Map<Object, List<GoldenImage>> byMachine = new LinkedHashMap<>();
        read.forEach(i -> byMachine
                .computeIfAbsent(i.machine().id(), id -> new ArrayList<>())
                .add(i));
        column.getChildren()
                .setAll(byMachine.values().stream()
                        .map(versions -> new GoldenGroup(versions, doing, navigator))
                        .toList());
        boolean first = !center.getChildren().contains(scroll);
        center.getChildren().setAll(read.isEmpty() ? nothing() : scroll);
        if (first && !read.isEmpty()) {
            // What lies in a scroll pane can take the keyboard only once the pane has its skin.
            scroll.applyCss();
            Optional.ofNullable(column.lookup(".version-row .button")).ifPresent(Node::requestFocus);
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

    private void demote(GoldenImage image) {
        String what = image.machine().displayName() + " " + image.version().label();
        tools.background()
                .run(
                        () -> images.demote(
                                image.machine().id(), image.version().number()),
                        () -> {
                            soon.playFromStart();
                            tools.notices().good(what + " is no longer golden; the snapshot stays.");
                        },
                        (IngotException e) -> tools.notices().error(e));
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        unlisten = store.listen(id -> soon.playFromStart());
        read();
    }

    @Override
    public void left() {
        soon.stop();
        unlisten.run();
    }

    @Override
    public void refresh() {
        read();
    }
}
