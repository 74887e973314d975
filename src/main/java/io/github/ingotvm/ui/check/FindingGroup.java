package io.github.ingotvm.ui.check;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Rows;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Findings that mean the same: what they mean, and each of them. */
final class FindingGroup extends VBox {
    /**
     * @param about what they mean, in a sentence
     * @param row how each is shown
     * @param actions what can be done about all of them
     */
    FindingGroup(Meaning meaning, String about, List<Finding> findings, Function<Finding, Node> row, Node... actions) {
        getStyleClass().addAll("finding-group", meaning.tone());
        setSpacing(8);
        Label title = new Label(meaning.title(), Icons.of(meaning.icon()));
        title.getStyleClass().add("finding-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label words = Fields.hint(about);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox head = new VBox(4, title, words);
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox line = new HBox(16, head);
        line.getChildren().addAll(actions);
        line.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().setAll(line, new Rows(findings.stream().map(row).toList()));
    }
}
