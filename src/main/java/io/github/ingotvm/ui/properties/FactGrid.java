package io.github.ingotvm.ui.properties;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Names and values in two columns. */
final class FactGrid extends GridPane {
    FactGrid() {
        setHgap(24);
        setVgap(8);
    }

    void add(String name, String value) {
        add(name, value, value);
    }

    /** @param whole what the tooltip says */
    void add(String name, String value, String whole) {
        Label left = new Label(name);
        left.getStyleClass().add("fact-name");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Label right = new Label(value);
        right.setTooltip(new Tooltip(whole));
        right.setAccessibleText(name + ": " + whole);
        addRow(getRowCount(), left, right);
    }
}
