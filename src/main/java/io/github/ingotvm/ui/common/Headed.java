package io.github.ingotvm.ui.common;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A page with a way back, a title, and what can be done at the right of it. */
public final class Headed extends BorderPane {
    private final Label title = new Label();
    private static final double GAP = 12;

    private final HBox head = new HBox(8);

    /** @param back called by the arrow; the keys for it work everywhere */
    public Headed(String text, Runnable back) {
        this(text, Optional.of(back));
    }

    /** The same for a page that may lead nowhere back. */
    public Headed(String text, Optional<Runnable> back) {
        getStyleClass().add("page");
        title.setText(text);
        title.getStyleClass().add("page-title");
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        head.getStyleClass().add("header");
        head.setAlignment(Pos.CENTER_LEFT);
        back.ifPresent(action -> {
            Button arrow = Icons.button(Feather.ARROW_LEFT, "Back (Esc)", action);
            arrow.getStyleClass().addAll(Styles.FLAT, "back");
            head.getChildren().add(arrow);
        });
        head.getChildren().add(title);
        setTop(head);
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    /** Puts something next to the title, where it stays whatever comes and goes at the right. */
    public Headed beside(Node node) {
        HBox.setHgrow(title, Priority.NEVER);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox.setMargin(node, new Insets(0, 0, 0, GAP));
        head.getChildren().addAll(node, room);
        return this;
    }

    /** Puts what can be done at the right. */
    public Headed with(Node... actions) {
        head.getChildren().addAll(actions);
        return this;
    }
}
