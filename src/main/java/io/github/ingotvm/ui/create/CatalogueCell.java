package io.github.ingotvm.ui.create;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.Icons;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A line of the catalogue. */
final class CatalogueCell extends ListCell<CatalogueItem> {
    private final Glyph glyph = new Glyph();
    private final Label title = new Label();
    private final Label facts = new Label();
    private final Button remove;
    private final HBox line;

    /** @param remove called for what is here and shall go */
    CatalogueCell(Consumer<CatalogueItem> remove) {
        getStyleClass().add("catalogue-cell");
        setPrefWidth(0);
        title.getStyleClass().add("row-title");
        title.setMinWidth(0);
        facts.getStyleClass().add("hint");
        facts.setMinWidth(0);
        glyph.getStyleClass().add("small");
        VBox words = new VBox(2, title, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        this.remove = Icons.button(Feather.TRASH_2, "Remove the file", () -> remove.accept(getItem()));
        this.remove.getStyleClass().add(Styles.FLAT);
        this.remove.setFocusTraversable(false);
        line = new HBox(12, glyph, words, this.remove);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(CatalogueItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(item.title());
        facts.setText(item.facts());
        glyph.show(item.title(), item.distro());
        remove.setVisible(item.held().isPresent());
        remove.setManaged(item.held().isPresent());
        setGraphic(line);
        setAccessibleText(item.title() + ", " + item.facts());
    }
}
