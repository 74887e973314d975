package io.github.ingotvm.ui.lineage;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.lineage.Forest;
import io.github.ingotvm.lineage.Node;
import io.github.ingotvm.lineage.Subject;
import io.github.ingotvm.service.context.Inventory;
import io.github.ingotvm.ui.common.EmptyState;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Reading;
import io.github.ingotvm.ui.common.SearchField;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.Wheel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Installs, snapshots, golden versions and clones as trees, to look at and to act on. */
public final class LineagePage implements Page {
    private static final Duration REST = Duration.millis(150);

    /** Stacks that were spread; read on other threads. */
    private final Set<String> spread = ConcurrentHashMap.newKeySet();

    private final LineageView picture;
    private final SearchField search;
    private final Label count = new Label();
    private final Button zoom = new Button("100 %");
    private final Button stack = new Button("Stack Again", Icons.of(Feather.LAYERS));
    private final StackPane center = new StackPane();
    private final BorderPane view = new BorderPane();
    private final Reading<Forest> reading;

    public LineagePage(Inventory inventory, MachineStore store, Tools tools, LineageWays ways) {
        this.picture = new LineageView(new NodeMenu(ways, this::spread), this::showZoom);
        this.search = new SearchField("Search the lineage", picture::focusChosen);
        this.reading =
                new Reading<>(store, tools, REST, () -> inventory.forest(Forest.STACK, Set.copyOf(spread)), this::show);
        view.getStyleClass().add("page");
        view.setTop(head());
        center.getChildren().setAll(new Wheel("Looking what came from what"));
        view.setCenter(center);
    }

    private HBox head() {
        Label title = new Label("Lineage");
        title.getStyleClass().add("page-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("hint");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        stack.setOnAction(e -> stackAgain());
        stack.setMinWidth(Region.USE_PREF_SIZE);
        set(stack, false);
        zoom.setOnAction(e -> picture.reset());
        zoom.getStyleClass().addAll(Styles.FLAT, "zoom");
        zoom.setTooltip(new Tooltip("As large as it is (0)"));
        Button less = flat(Feather.ZOOM_OUT, "Smaller (-)", () -> picture.zoom(1 / Camera.STEP));
        Button more = flat(Feather.ZOOM_IN, "Larger (+)", () -> picture.zoom(Camera.STEP));
        Button fit = flat(Feather.MAXIMIZE, "All of it", picture::fit);
        search.setPrefWidth(220);
        search.onEnter(picture::next);
        search.textProperty().addListener((o, was, is) -> searched());
        HBox head = new HBox(title, gap, count, search, stack, new HBox(less, zoom, more, fit));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("header");
        return head;
    }

    private static Button flat(Feather icon, String words, Runnable action) {
        Button button = Icons.button(icon, words, action);
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }

    private void searched() {
        int found = picture.search(search.getText());
        boolean searching = !search.getText().isBlank();
        count.setText(!searching ? "" : found == 0 ? "Nothing found" : Formats.count(found, "found", "found"));
        if (searching && found > 0) {
            picture.next();
        }
    }

    private void showZoom() {
        zoom.setText(Math.round(picture.zoomed() * 100) + " %");
        zoom.setAccessibleText("Zoom " + zoom.getText());
    }

    private void spread(Node node) {
        spread.add(node.key());
        if (node.subject() instanceof Subject.Stack s) {
            picture.prefer(Forest.key(s.clones().get(0).id()));
        }
        set(stack, true);
        reading.now();
    }

    private void stackAgain() {
        spread.stream().findFirst().ifPresent(picture::prefer);
        spread.clear();
        set(stack, false);
        reading.now();
    }

    private static void set(Button button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }

    private void show(Forest forest) {
        boolean first = !center.getChildren().contains(picture);
        if (forest.roots().isEmpty()) {
            center.getChildren().setAll(nothing());
            return;
        }
        center.getChildren().setAll(picture);
        picture.show(forest);
        if (first) {
            center.applyCss();
            center.layout();
            picture.focusChosen();
        }
        if (!search.getText().isBlank()) {
            picture.search(search.getText());
        }
    }

    private static EmptyState nothing() {
        return new EmptyState(
                Icons.of(Feather.GIT_BRANCH, "empty-icon"),
                "Nothing has come from anything yet",
                "Machines, their snapshots and the clones of those will stand here as a tree.");
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        reading.start();
    }

    @Override
    public void left() {
        reading.stop();
    }

    @Override
    public void refresh() {
        reading.now();
    }

    @Override
    public boolean canSearch() {
        return true;
    }

    @Override
    public void search() {
        search.take();
    }
}
