package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.ui.common.Settings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Cards or table, remembered from one start to the next. */
public final class ViewMode {
    private final BooleanProperty table = new SimpleBooleanProperty();

    public ViewMode(Settings settings) {
        table.set(settings.get("view").filter("table"::equals).isPresent());
        table.addListener((o, was, is) -> settings.put("view", is ? "table" : "grid"));
    }

    public BooleanProperty isTable() {
        return table;
    }
}
