package io.github.ingotvm.ui.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** What a page's header does without where there is little room. */
final class Narrow {
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Region page;
    private final List<Consumer<Double>> rules = new ArrayList<>();

    Narrow(Region page) {
        this.page = page;
        page.widthProperty().addListener((o, was, is) -> rules.forEach(r -> r.accept(is.doubleValue())));
    }

    /** Buttons lose their words, which stay in a tooltip. */
    Narrow iconsBelow(double width, Button... buttons) {
        for (Button button : buttons) {
            button.setAccessibleText(button.getText());
            button.setMinWidth(Region.USE_PREF_SIZE);
            Tooltip words = new Tooltip(button.getText());
            rules.add(room -> {
                boolean small = room < width;
                button.setContentDisplay(small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                button.setTooltip(small ? words : null);
            });
        }
        return this;
    }

    /** Less space between what is left. */
    Narrow tightBelow(double width) {
        rules.add(room -> page.pseudoClassStateChanged(TIGHT, room < width));
        return this;
    }

    /** Nodes that are shown elsewhere, too. */
    Narrow hiddenBelow(double width, Node... nodes) {
        for (Node node : nodes) {
            rules.add(room -> {
                node.setVisible(room >= width);
                node.setManaged(room >= width);
            });
        }
        return this;
    }
}
