package io.github.ingotvm.ui.common;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What is shown in place of things where there are none: why, and what to do next. */
public final class EmptyState extends VBox {
    public EmptyState(Node picture, String title, String words, Node... buttons) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_3);
        heading.setWrapText(true);
        heading.setTextAlignment(TextAlignment.CENTER);
        Label text = new Label(words);
        text.getStyleClass().add("empty-words");
        text.setWrapText(true);
        text.setMaxWidth(440);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setAlignment(Pos.CENTER);
        HBox row = new HBox(12, buttons);
        row.setAlignment(Pos.CENTER);
        getChildren().addAll(picture, heading, text, row);
    }
}
