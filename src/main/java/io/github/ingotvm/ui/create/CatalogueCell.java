package io.github.ingotvm.ui.create;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.Icons;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import org.kordamp.ikonli.feather.Feather;

/** A line of the catalogue. */
final class CatalogueCell extends ListCell<CatalogueItem> {
    private final Button remove;
    private final GlyphLine line;

    /** @param remove called for what is here and shall go */
    CatalogueCell(Consumer<CatalogueItem> remove) {
        getStyleClass().add("catalogue-cell");
        setPrefWidth(0);
        this.remove = Icons.button(Feather.TRASH_2, "Remove the file", () -> remove.accept(getItem()));
        this.remove.getStyleClass().add(Styles.FLAT);
        this.remove.setFocusTraversable(false);
        line = new GlyphLine(this.remove);
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
        line.show(item.title(), item.distro(), item.facts());
        remove.setVisible(item.held().isPresent());
        remove.setManaged(item.held().isPresent());
        setGraphic(line);
        setAccessibleText(item.title() + ", " + item.facts());
    }
}
