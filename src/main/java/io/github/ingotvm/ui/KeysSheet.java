package io.github.ingotvm.ui;

import io.github.ingotvm.ui.common.Sheet;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The keys, for those who ask. */
final class KeysSheet {
    private static final String[][] KEYS = {
        {"Ctrl+N", "New virtual machine"},
        {"Ctrl+F", "Search"},
        {"Ctrl+1, Ctrl+2", "Cards, list"},
        {"Arrows", "From machine to machine"},
        {"Enter", "Open; start it when it is off"},
        {"Menu, Shift+F10", "What can be done with it"},
        {"Alt+Enter", "Properties and snapshots"},
        {"F2", "Rename"},
        {"Delete", "Delete; Undo is offered"},
        {"Space, Shift+Arrows, Ctrl+A", "Select several"},
        {"Esc, Alt+Left", "Back"},
        {"Ctrl+Alt", "Take the keyboard back from a machine"},
        {"+, -, 0", "Zoom the lineage"},
        {"F11", "A machine's screen on all of the monitor"},
        {"Ctrl+W", "Close a machine's own window"},
        {"Ctrl+K", "Check for what is broken or left over"},
        {"F5", "Read everything again"},
    };

    private KeysSheet() {}

    static Sheet make() {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(8);
        for (int row = 0; row < KEYS.length; row++) {
            Label key = new Label(KEYS[row][0]);
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label words = new Label(KEYS[row][1]);
            words.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row, key, words);
        }
        Sheet sheet = new Sheet("Keyboard", "Close").with(grid);
        sheet.withoutCancel();
        return sheet;
    }
}
