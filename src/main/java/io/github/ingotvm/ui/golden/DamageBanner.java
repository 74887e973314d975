package io.github.ingotvm.ui.golden;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Navigator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says loudly that a version is not what was promoted, which clones stand on it, and what the way back is. */
final class DamageBanner extends VBox {
    /**
     * @param restore opens the way back
     * @param verify finds out for certain
     */
    DamageBanner(GoldenImage version, Navigator navigator, Runnable restore, Runnable verify) {
        super(8);
        getStyleClass().add("damage-banner");
        Label title = new Label(
                version.version().label() + " is not what was promoted",
                Icons.of(Feather.ALERT_OCTAGON, "damage-icon"));
        title.getStyleClass().add("damage-title");
        Label words = wrapped(
                "Another tool changed or removed a file of it, or its snapshot. Nothing is cast from it until that is put back.");
        getChildren().addAll(title, words);
        List<VirtualMachine> linked = version.clones().stream()
                .filter(c -> c.mark().lineage().filter(Lineage::linked).isPresent())
                .toList();
        if (!linked.isEmpty()) {
            getChildren()
                    .addAll(
                            wrapped(
                                    linked.size() == 1
                                            ? "This clone stands on it and is not to be trusted:"
                                            : "These clones stand on it and are not to be trusted:"),
                            new CloneLinks(linked, navigator));
        }
        Button back = new Button("Restore…", Icons.of(Feather.ROTATE_CCW));
        back.getStyleClass().add(Styles.DANGER);
        back.setOnAction(e -> restore.run());
        back.setAccessibleText("Restore " + ImageActions.called(version));
        Button sure = new Button("Verify", Icons.of(Feather.SHIELD));
        sure.setOnAction(e -> verify.run());
        Label hint = new Label("A file that was only touched is trusted again once every byte is verified.");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox ways = new HBox(12, hint, sure, back);
        ways.setAlignment(Pos.CENTER_LEFT);
        sure.setMinWidth(Region.USE_PREF_SIZE);
        back.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(ways);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
