package io.github.ingotvm.ui.common;

import java.util.List;
import javafx.scene.control.MenuItem;

/** The entries of the window's own menu. */
public interface AppMenu {
    /** A fresh list for each place that shows it. */
    List<MenuItem> items();
}
