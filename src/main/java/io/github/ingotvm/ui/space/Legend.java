package io.github.ingotvm.ui.space;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/** What the colours of the bars mean. */
final class Legend extends HBox {
    /** @param entries style class and words, in turns */
    Legend(String... entries) {
        super(16);
        setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < entries.length; i += 2) {
            Rectangle dot = new Rectangle(10, 10);
            dot.setArcWidth(4);
            dot.setArcHeight(4);
            dot.getStyleClass().addAll("legend-dot", entries[i]);
            Label words = new Label(entries[i + 1], dot);
            words.setGraphicTextGap(6);
            words.getStyleClass().add("hint");
            getChildren().add(words);
        }
    }
}
