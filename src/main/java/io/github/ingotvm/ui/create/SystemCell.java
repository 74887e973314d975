package io.github.ingotvm.ui.create;

import io.github.ingotvm.service.install.SystemView;
import java.time.LocalDate;
import javafx.scene.control.ListCell;

/** A line of a list of systems. */
final class SystemCell extends ListCell<SystemView> {
    private final GlyphLine line = new GlyphLine();

    SystemCell() {
        getStyleClass().add("catalogue-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(SystemView item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String year =
                item.released().map(LocalDate::getYear).map(y -> "  ·  " + y).orElse("");
        line.show(item.name(), item.distro(), item.id() + year);
        setGraphic(line);
        setAccessibleText(item.name());
    }
}
