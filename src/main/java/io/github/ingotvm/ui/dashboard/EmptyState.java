package io.github.ingotvm.ui.dashboard;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.LogoMark;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** What is shown in place of machines where there are none: what to do next. */
final class EmptyState extends VBox {
    private EmptyState(Node picture, String title, String words, Node... buttons) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_3);
        heading.setWrapText(true);
        heading.setTextAlignment(TextAlignment.CENTER);
        Label text = new Label(words);
        text.getStyleClass().add("empty-words");
        text.setWrapText(true);
        text.setMaxWidth(440);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setAlignment(Pos.CENTER);
        HBox row = new HBox(12, buttons);
        row.setAlignment(Pos.CENTER);
        getChildren().addAll(picture, heading, text, row);
    }

    static EmptyState noMachines(Runnable create, Runnable demo) {
        Button first = new Button("New…", Icons.of(Feather.PLUS));
        first.getStyleClass().add(Styles.ACCENT);
        first.setOnAction(e -> create.run());
        Button second = new Button("Try the Demo Machine", Icons.of(Feather.PLAY));
        second.setOnAction(e -> demo.run());
        return new EmptyState(
                new LogoMark(88),
                "Cast your first machine",
                "Install a system once and fine-tune it. Then make it golden, and cast as many clones from it as you like."
                        + " You can also drop an ISO file here.",
                first,
                second);
    }

    static EmptyState noneRuns() {
        return new EmptyState(
                Icons.of(Feather.MOON, "empty-icon"), "All quiet", "No virtual machine is running at the moment.");
    }

    static EmptyState nothingFound(String query, Runnable clear) {
        Button button = new Button("Clear Search");
        button.setOnAction(e -> clear.run());
        return new EmptyState(
                Icons.of(Feather.SEARCH, "empty-icon"),
                "Nothing found",
                "No virtual machine goes by “" + query + "”.",
                button);
    }
}
