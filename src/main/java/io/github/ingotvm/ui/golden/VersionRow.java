package io.github.ingotvm.ui.golden;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Menus;
import io.github.ingotvm.ui.common.Navigator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One version of a golden image: what is new in it, who made it when, and the machines cast from it. */
final class VersionRow extends HBox {
    private final ImageActions doing;
    private final ImageSummary image;
    private final GoldenImage version;
    private Optional<ContextMenu> open = Optional.empty();

    VersionRow(ImageSummary image, GoldenImage version, ImageActions doing, Navigator navigator) {
        this.image = image;
        this.version = version;
        this.doing = doing;
        getStyleClass().add("version-row");
        setAlignment(Pos.TOP_LEFT);
        setSpacing(16);
        setFocusTraversable(true);
        setAccessibleText(spoken());
        VBox words = new VBox(4, title());
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!version.version().note().isBlank()) {
            Label note = new Label(version.version().note());
            note.setWrapText(true);
            note.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(note);
        }
        words.getChildren().add(facts());
        if (!version.intact()) {
            Label broken = new Label(
                    "Another tool changed or removed a file of it, or its snapshot. Nothing is cast from it.",
                    Icons.of(Feather.ALERT_TRIANGLE));
            broken.getStyleClass().add("problem");
            broken.setWrapText(true);
            words.getChildren().add(broken);
        }
        if (!version.clones().isEmpty()) {
            words.getChildren().add(new CloneLinks(version.clones(), navigator));
        }
        getChildren().addAll(badge(), words, new HBox(4, cloneButton(), more()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        setOnContextMenuRequested(this::requestMenu);
        setOnMousePressed(e -> requestFocus());
    }

    private Label badge() {
        Label badge = new Label(version.version().label(), Icons.of(Feather.STAR));
        badge.getStyleClass().addAll("chip", version.current() ? "gold" : "lineage");
        badge.setMinWidth(56);
        badge.setAlignment(Pos.CENTER);
        return badge;
    }

    private HBox title() {
        Label name = new Label(version.snapshotName());
        name.getStyleClass().add("row-title");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(version.snapshotName()));
        HBox title = new HBox(8, name);
        title.setAlignment(Pos.CENTER_LEFT);
        if (version.current()) {
            Label current = new Label("current");
            current.getStyleClass().add("quiet-tag");
            current.setMinWidth(Region.USE_PREF_SIZE);
            title.getChildren().add(current);
        }
        return title;
    }

    private Label facts() {
        String author = version.version().author();
        Label facts = new Label(Stream.of(
                        Formats.time(version.version().promoted()),
                        author.isBlank() ? "" : "by " + author,
                        Formats.size(version.size()),
                        version.version().isSealed() ? "" : "not sealed yet",
                        version.clones().isEmpty()
                                ? "no clones"
                                : Formats.count(version.clones().size(), "clone", "clones"))
                .filter(f -> !f.isEmpty())
                .collect(Collectors.joining("  ·  ")));
        facts.getStyleClass().add("hint");
        facts.setTooltip(
                new Tooltip("Promoted " + Formats.exactly(version.version().promoted())));
        return facts;
    }

    private Button cloneButton() {
        Button clone = Icons.button(Feather.COPY, "Clone " + ImageActions.called(version), () -> doing.clone(version));
        clone.getStyleClass().add(Styles.FLAT);
        clone.setDisable(!version.intact());
        return clone;
    }

    private Button more() {
        Button more = Menus.button(Feather.MORE_HORIZONTAL, "More on " + ImageActions.called(version), this::items);
        more.getStyleClass().add(Styles.FLAT);
        return more;
    }

    private List<MenuItem> items() {
        return new ImageMenu(doing).ofVersion(image, version);
    }

    private String spoken() {
        return ImageActions.called(version) + (version.current() ? ", current, " : ", ") + version.snapshotName() + ", "
                + version.version().note();
    }

    private void requestMenu(ContextMenuEvent e) {
        e.consume();
        if (!e.isKeyboardTrigger()) {
            ContextMenu menu = menu();
            menu.show(this, e.getScreenX(), e.getScreenY());
        }
    }

    private ContextMenu menu() {
        open.ifPresent(ContextMenu::hide);
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items());
        open = Optional.of(menu);
        return menu;
    }

    private void onKey(KeyEvent e) {
        if (e.getTarget() != this) {
            return;
        }
        boolean menu = e.getCode() == KeyCode.CONTEXT_MENU || (e.getCode() == KeyCode.F10 && e.isShiftDown());
        if (menu) {
            menu().show(this, Side.BOTTOM, 72, -24);
        } else if (e.getCode() == KeyCode.F2) {
            doing.editNote(version);
        } else if (e.getCode() == KeyCode.DELETE && !version.current()) {
            doing.retire(version);
        } else if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
            go(e.getCode() == KeyCode.UP ? -1 : 1);
        } else {
            return;
        }
        e.consume();
    }

    private void go(int step) {
        List<Node> rows = getParent().getChildrenUnmodifiable();
        int next = rows.indexOf(this) + step;
        if (next >= 0 && next < rows.size()) {
            rows.get(next).requestFocus();
        }
    }
}
