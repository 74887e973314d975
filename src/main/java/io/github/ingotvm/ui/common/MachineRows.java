package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Machines, each with a few words and its state. */
public final class MachineRows {
    private static final double ROW = 62;
    private static final double MOST_ROWS = 4;

    private MachineRows() {}

    /** Scrolls when there are many. */
    public static Node of(List<VirtualMachine> machines, List<String> words) {
        Rows rows = new Rows(IntStream.range(0, machines.size())
                .mapToObj(i -> row(machines.get(i), words.get(i)))
                .toList());
        if (machines.size() <= MOST_ROWS) {
            return rows;
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setPrefViewportHeight((MOST_ROWS + 0.5) * ROW);
        scroll.setMinHeight(2 * ROW);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private static Node row(VirtualMachine machine, String words) {
        Label name = new Label(machine.displayName());
        name.setMinWidth(0);
        Label about = new Label(words);
        about.getStyleClass().add("hint");
        about.setMinWidth(0);
        about.setTooltip(new Tooltip(words));
        VBox left = new VBox(2, name, about);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        StateLabel state = new StateLabel();
        state.show(machine);
        HBox row = new HBox(16, left, state);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("finding-row");
        return row;
    }
}
