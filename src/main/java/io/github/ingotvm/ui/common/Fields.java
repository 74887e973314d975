package io.github.ingotvm.ui.common;

import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.HorizontalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isControlDown()) {
                e.consume();
                KeyEvent leave = new KeyEvent(
                        area, area, KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, e.isShiftDown(), true, false, false);
                area.fireEvent(leave);
            }
        });
        return area;
    }

    /** A switch with its words at the right; the space bar turns it, and a click anywhere on it. */
    public static ToggleSwitch toggle(String words, boolean on) {
        ToggleSwitch toggle = new ToggleSwitch(words);
        toggle.setLabelPosition(HorizontalDirection.RIGHT);
        toggle.setSelected(on);
        toggle.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.SPACE) {
                e.consume();
                toggle.setSelected(!toggle.isSelected());
            }
        });
        // The control by itself knows two buttons, the thumb and the groove, and not its words. It is one button here:
        // the thumb slides, so that a quick second click may begin on one part and end on another.
        toggle.skinProperty()
                .addListener(o -> toggle.getChildrenUnmodifiable().forEach(n -> n.setMouseTransparent(true)));
        toggle.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                toggle.requestFocus();
                toggle.setSelected(!toggle.isSelected());
            }
        });
        return toggle;
    }

    /** A muted line of explanation. */
    public static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        return hint;
    }
}
