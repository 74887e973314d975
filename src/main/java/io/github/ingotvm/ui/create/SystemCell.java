package io.github.ingotvm.ui.create;

import io.github.ingotvm.service.install.SystemView;
import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A line of a list of systems. */
final class SystemCell extends ListCell<SystemView> {
    private final Glyph glyph = new Glyph();
    private final Label name = new Label();
    private final Label facts = new Label();
    private final HBox line;

    SystemCell() {
        getStyleClass().add("catalogue-cell");
        setPrefWidth(0);
        name.getStyleClass().add("row-title");
        name.setMinWidth(0);
        facts.getStyleClass().add("hint");
        facts.setMinWidth(0);
        glyph.getStyleClass().add("small");
        line = new HBox(12, glyph, new VBox(2, name, facts));
        line.setAlignment(Pos.CENTER_LEFT);
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
        name.setText(item.name());
        facts.setText(item.id() + year);
        glyph.show(item.name(), item.distro());
        setGraphic(line);
        setAccessibleText(item.name());
    }
}
