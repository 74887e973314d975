package io.github.ingotvm.ui.common;

import javafx.scene.Parent;

/** What fills the window beside the sidebar. */
public interface Page {
    Parent view();

    /** It is shown: what needs the keyboard takes it, what is live starts. */
    default void shown() {}

    /** It is shown no longer. */
    default void left() {}

    /** F5: reads what it shows again. */
    default void refresh() {}

    /** Whether there is something to be searched for here; else Ctrl+F means the machines. */
    default boolean canSearch() {
        return false;
    }

    /** Ctrl+F. */
    default void search() {}
}
