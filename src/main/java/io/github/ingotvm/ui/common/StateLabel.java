package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.VirtualMachine;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;

/** A dot and a word: what a machine is doing. */
public final class StateLabel extends Label {
    public StateLabel() {
        Circle dot = new Circle(4);
        dot.getStyleClass().add("dot");
        setGraphic(dot);
        setMinWidth(USE_PREF_SIZE);
    }

    public void show(VirtualMachine machine) {
        Look look = Look.of(machine);
        setText(look.word());
        getStyleClass().setAll("label", "state", look.styleClass());
    }
}
