package io.github.ingotvm.ui.create;

import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.create.SpecCheck.Remark;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field with its name above, and below it what there is to say about it: what is wrong, else a hint. */
final class FieldBox extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Control field;
    private final Label below = Fields.hint("");
    private String hint = "";

    FieldBox(String name, Control field) {
        this.field = field;
        setSpacing(4);
        below.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(Fields.labelled(name, field), below);
        say(Optional.empty());
    }

    /** A field that has its name beside it, as a switch. */
    FieldBox(Control field) {
        this.field = field;
        setSpacing(4);
        below.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(field, below);
        say(Optional.empty());
    }

    Control field() {
        return field;
    }

    void hint(String words) {
        hint = words;
        say(Optional.empty());
    }

    void say(Optional<Remark> remark) {
        boolean wrong = remark.filter(Remark::blocks).isPresent();
        below.setText(remark.map(Remark::sentence).orElse(hint));
        below.getStyleClass().setAll("label", wrong ? "problem" : remark.isPresent() ? "warning" : "hint");
        below.setVisible(!below.getText().isEmpty());
        below.setManaged(below.isVisible());
        field.pseudoClassStateChanged(WRONG, wrong);
        field.setAccessibleHelp(below.getText());
    }
}
