package io.github.ingotvm.ui.create;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A system in a list: its glyph, its name, and below it what is known of it. */
final class GlyphLine extends HBox {
    private final Glyph glyph = new Glyph();
    private final Label name = new Label();
    private final Label facts = new Label();

    /** @param atTheEnd what can be done with it */
    GlyphLine(Node... atTheEnd) {
        super(12);
        name.getStyleClass().add("row-title");
        name.setMinWidth(0);
        facts.getStyleClass().add("hint");
        facts.setMinWidth(0);
        glyph.getStyleClass().add("small");
        VBox words = new VBox(2, name, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(glyph, words);
        getChildren().addAll(atTheEnd);
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(String newName, String distro, String newFacts) {
        name.setText(newName);
        facts.setText(newFacts);
        glyph.show(newName, distro);
    }
}
