package io.github.ingotvm.ui.space;

import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A machine or a snapshot in the list of what takes space. */
final class SpaceCell extends ListCell<SpaceLine> {
    private final Consumer<SpaceLine> toggle;
    private final BiConsumer<SpaceLine, Node> showMenu;

    /**
     * @param toggle shows or hides a machine's snapshots
     * @param showMenu opens a machine's menu below a node
     */
    SpaceCell(Consumer<SpaceLine> toggle, BiConsumer<SpaceLine, Node> showMenu) {
        this.toggle = toggle;
        this.showMenu = showMenu;
        getStyleClass().add("space-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(SpaceLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(empty || line == null ? null : graphic(line));
        setAccessibleText(empty || line == null ? null : line.spoken());
    }

    private Node graphic(SpaceLine line) {
        Label size = new Label(Formats.size(line.use().own()));
        size.getStyleClass().add("space-size");
        size.setMinWidth(88);
        size.setAlignment(Pos.CENTER_RIGHT);
        Label facts = new Label(line.facts());
        facts.getStyleClass().add("hint");
        facts.setMinWidth(0);
        SpaceBar bar = new SpaceBar(
                List.of(
                        new SpaceBar.Part(line.use().own(), "own"),
                        new SpaceBar.Part(line.use().shared(), "shared")),
                line.scale());
        VBox words = new VBox(6, title(line), bar, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, opener(line), words, size, more(line));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(line.isMachine() ? "space-line" : "space-sub-line");
        return row;
    }

    private static HBox title(SpaceLine line) {
        Label name = new Label(line.name());
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(line.name()));
        if (line.isMachine()) {
            name.getStyleClass().add("row-title");
        }
        HBox title = new HBox(8, name);
        title.setAlignment(Pos.CENTER_LEFT);
        line.golden().ifPresent(g -> title.getChildren().add(chip(g, Feather.STAR, "gold", "Golden image " + g)));
        if (line.isDeep()) {
            title.getChildren()
                    .add(
                            chip(
                                    line.depth() + " layers deep",
                                    Feather.ALERT_TRIANGLE,
                                    "behind",
                                    "Each layer slows reading a little. Delete snapshots that are not needed, then compact it."));
        }
        return title;
    }

    private static Label chip(String words, Feather icon, String tone, String meaning) {
        Label chip = new Label(words, Icons.of(icon));
        chip.getStyleClass().addAll("chip", tone);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setTooltip(new Tooltip(meaning));
        return chip;
    }

    private Node opener(SpaceLine line) {
        Button opener = Icons.button(
                line.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT,
                (line.open() ? "Hide the snapshots of " : "Show the snapshots of ") + line.name(),
                () -> toggle.accept(line));
        opener.getStyleClass().addAll("flat", "row-more");
        opener.setFocusTraversable(false);
        opener.setVisible(line.snapshots() > 0);
        return opener;
    }

    private Node more(SpaceLine line) {
        Button more = Icons.button(Feather.MORE_HORIZONTAL, "More on " + line.name(), () -> {});
        more.setOnAction(e -> showMenu.accept(line, more));
        more.getStyleClass().addAll("flat", "row-more");
        more.setFocusTraversable(false);
        more.setVisible(line.isMachine());
        return more;
    }
}
