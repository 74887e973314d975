package io.github.ingotvm.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Labelled fields. */
public final class Fields {
    private Fields() {}

    /** A label above a field, and bound to it for those who cannot see it. */
    public static VBox labelled(String label, Node field) {
        Label name = new Label(label);
        name.getStyleClass().add("field-label");
        name.setLabelFor(field);
        if (field.getAccessibleText() == null) {
            field.setAccessibleText(label);
        }
        return new VBox(4, name, field);
    }

    public static TextField text(String value) {
        TextField field = new TextField(value);
        field.setPrefColumnCount(30);
        return field;
    }

    /** A few lines of free text. */
    public static TextArea note(String value, String prompt) {
        TextArea area = new TextArea(value);
        area.setPromptText(prompt);
        area.setPrefRowCount(3);
        area.setPrefColumnCount(30);
        area.setWrapText(true);
        // Tab leaves the field; a note needs no tabulators.
        area.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == javafx.scene.input.KeyCode.TAB && !e.isControlDown()) {
                e.consume();
                javafx.scene.input.KeyEvent leave = new javafx.scene.input.KeyEvent(
                        area,
                        area,
                        javafx.scene.input.KeyEvent.KEY_PRESSED,
                        "\t",
                        "\t",
                        javafx.scene.input.KeyCode.TAB,
                        e.isShiftDown(),
                        true,
                        false,
                        false);
                area.fireEvent(leave);
            }
        });
        return area;
    }

    /** A muted line of explanation. */
    public static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        return hint;
    }
}
