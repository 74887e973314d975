package io.github.ingotvm.ui.refresh;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Rows;
import io.github.ingotvm.ui.common.StateLabel;
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

/** Clones, each with a few words and its state. */
final class CloneRows {
    private static final double ROW = 62;
    private static final double MOST_ROWS = 4;

    private CloneRows() {}

    /** Scrolls when there are many. */
    static Node of(List<VirtualMachine> clones, List<String> words) {
        Rows rows = new Rows(IntStream.range(0, clones.size())
                .mapToObj(i -> row(clones.get(i), words.get(i)))
                .toList());
        if (clones.size() <= MOST_ROWS) {
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

    private static Node row(VirtualMachine clone, String words) {
        Label name = new Label(clone.displayName());
        name.setMinWidth(0);
        Label about = new Label(words);
        about.getStyleClass().add("hint");
        about.setMinWidth(0);
        about.setTooltip(new Tooltip(words));
        VBox left = new VBox(2, name, about);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        StateLabel state = new StateLabel();
        state.show(clone);
        HBox row = new HBox(16, left, state);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("finding-row");
        return row;
    }
}
