package io.github.ingotvm.ui.check;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.ui.common.Formats;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One finding. */
final class FindingRow extends HBox {
    private FindingRow(Label words, Node right) {
        super(16, words, right);
        getStyleClass().add("finding-row");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
    }

    /** A sentence, and the way to where something can be done about it. */
    static FindingRow sentence(Finding finding, Node way) {
        Label words = new Label(finding.sentence());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return new FindingRow(words, way);
    }

    /** A file and its size. */
    static FindingRow file(Finding finding) {
        String path = finding.subject();
        Label name = new Label(path.substring(path.lastIndexOf('/') + 1));
        name.setTooltip(new Tooltip(path));
        Label size = new Label(Formats.size(finding.bytes()));
        size.getStyleClass().add("hint");
        size.setMinWidth(Region.USE_PREF_SIZE);
        name.setAccessibleText(path + ", " + size.getText());
        return new FindingRow(name, size);
    }

    static Hyperlink way(String label, String spoken, Runnable action) {
        Hyperlink link = new Hyperlink(label);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setAccessibleText(spoken);
        link.setOnAction(e -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }
}
