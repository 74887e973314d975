package io.github.ingotvm.ui.space;

import io.github.ingotvm.model.SpaceReport.OfPool;
import io.github.ingotvm.ui.common.Formats;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a pool holds, and what is left of the disk under it. */
final class PoolBox extends VBox {
    /** @param check leads to what is left over */
    PoolBox(OfPool pool, Runnable check) {
        super(8);
        getStyleClass().add("pool-box");
        Label name = new Label(pool.pool().name());
        name.getStyleClass().add("row-title");
        name.setTooltip(new Tooltip(pool.pool().path()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label free = new Label(Formats.size(pool.pool().free()) + " free");
        free.getStyleClass().add("hint");
        HBox title = new HBox(8, name, gap, free);
        title.setAlignment(Pos.BASELINE_LEFT);
        SpaceBar bar = new SpaceBar(
                List.of(
                        new SpaceBar.Part(pool.used() - pool.leftover(), "own"),
                        new SpaceBar.Part(pool.leftover(), "leftover")),
                pool.used() + pool.pool().free());
        HBox facts = new HBox(4, hint(Formats.size(pool.used()) + " used"));
        facts.setAlignment(Pos.CENTER_LEFT);
        if (pool.leftover() > 0) {
            Hyperlink left = new Hyperlink(Formats.size(pool.leftover()) + " left over");
            left.setAccessibleText(left.getText() + ": nothing needs it; show it in Check");
            left.setOnAction(e -> check.run());
            facts.getChildren().addAll(hint("·"), left);
        }
        setAccessibleText("Pool " + pool.pool().name() + ", " + Formats.size(pool.used()) + " used, " + free.getText());
        getChildren().setAll(title, bar, facts);
    }

    private static Label hint(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hint");
        return label;
    }
}
