package io.github.ingotvm.ui.machine;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Says above the screen of a disposable clone that it vanishes, and offers to keep it. */
final class KeepStrip extends HBox {
    /** @param keep called when the user wants it to stay */
    KeepStrip(Runnable keep) {
        getStyleClass().add("install-strip");
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(
                "A disposable clone: when it stops, it vanishes with everything in it.", Icons.of(Feather.WIND));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button("Keep");
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> keep.run());
        getChildren().setAll(words, button);
    }

    void show(VirtualMachine machine) {
        setVisible(machine.isDisposable());
        setManaged(machine.isDisposable());
    }
}
