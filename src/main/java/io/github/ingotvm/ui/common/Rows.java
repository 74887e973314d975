package io.github.ingotvm.ui.common;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Rows in one frame, with a line between them. */
public final class Rows extends VBox {
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    public Rows(List<? extends Node> rows) {
        getStyleClass().add("group-rows");
        getChildren().setAll(rows);
        rows.forEach(r -> {
            r.getStyleClass().add("group-row");
            r.pseudoClassStateChanged(LAST, r == rows.get(rows.size() - 1));
        });
    }
}
