package io.github.ingotvm.ui.lineage;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.github.ingotvm.lineage.Forest;
import io.github.ingotvm.lineage.Node;
import io.github.ingotvm.lineage.Subject;
import io.github.ingotvm.service.Inventory;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Tools;
import java.util.HashSet;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Installs, snapshots, golden versions and clones as trees, to look at and to act on. */
public final class LineagePage implements Page {
    private final Inventory inventory;
    private final MachineStore store;
    private final Tools tools;
    private final Set<String> spread = new HashSet<>();
    private final LineageView picture;
    private final CustomTextField search = new CustomTextField();
    private final Label count = new Label();
    private final Button zoom = new Button("100 %");
    private final Button stack = new Button("Stack Again", Icons.of(Feather.LAYERS));
    private final StackPane center = new StackPane();
    private final BorderPane view = new BorderPane();
    // Many events in a row, as when thirty clones are made, are worth one reading.
    private final PauseTransition soon = new PauseTransition(Duration.millis(150));
    private Runnable unlisten = () -> {};

    public LineagePage(Inventory inventory, MachineStore store, Tools tools, LineageWays ways) {
        this.inventory = inventory;
        this.store = store;
        this.tools = tools;
        this.picture = new LineageView(new NodeMenu(ways, this::spread), this::showZoom);
        view.getStyleClass().add("page");
        view.setTop(head());
        ProgressIndicator wait = new ProgressIndicator();
        wait.setMaxSize(40, 40);
        center.getChildren().setAll(wait);
        view.setCenter(center);
        soon.setOnFinished(e -> read());
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
        HBox head = new HBox(title, gap, count, searchField(), stack, new HBox(less, zoom, more, fit));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("header");
        return head;
    }

    private static Button flat(Feather icon, String words, Runnable action) {
        Button button = Icons.button(icon, words, action);
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }

    private CustomTextField searchField() {
        search.setPromptText("Search");
        search.setAccessibleText("Search the lineage");
        search.setLeft(Icons.of(Feather.SEARCH));
        search.getStyleClass().add("search");
        search.setPrefWidth(220);
        search.textProperty().addListener((o, was, is) -> searched());
        search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                picture.next();
            } else if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
            } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ESCAPE) {
                picture.focusChosen();
            } else {
                return;
            }
            e.consume();
        });
        return search;
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
        read();
    }

    private void stackAgain() {
        spread.stream().findFirst().ifPresent(picture::prefer);
        spread.clear();
        set(stack, false);
        read();
    }

    private static void set(Button button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }

    private void read() {
        Set<String> open = Set.copyOf(spread);
        tools.background().run(() -> inventory.forest(Forest.STACK, open), this::show, tools.notices()::error);
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

    private static VBox nothing() {
        Label heading = new Label("Nothing has come from anything yet");
        heading.getStyleClass().add(Styles.TITLE_3);
        Label words = new Label("Machines, their snapshots and the clones of those will stand here as a tree.");
        words.getStyleClass().add("empty-words");
        VBox box = new VBox(Icons.of(Feather.GIT_BRANCH, "empty-icon"), heading, words);
        box.getStyleClass().add("empty-state");
        box.setAlignment(Pos.CENTER);
        return box;
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

    @Override
    public boolean canSearch() {
        return true;
    }

    @Override
    public void search() {
        search.requestFocus();
        search.selectAll();
    }
}
