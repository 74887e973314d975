package io.github.ingotvm.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons and the buttons that show nothing else. */
public final class Icons {
    private Icons() {}

    public static FontIcon of(Feather icon) {
        FontIcon node = new FontIcon(icon);
        node.setFocusTraversable(false);
        return node;
    }

    /** An icon with a style class of its own. */
    public static FontIcon of(Feather icon, String styleClass) {
        FontIcon node = of(icon);
        node.getStyleClass().add(styleClass);
        return node;
    }

    /** A button that shows an icon; its words are in the tooltip and for those who cannot see it. */
    public static Button button(Feather icon, String words, Runnable action) {
        Button button = name(new Button(), icon, words);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Gives any button an icon and words. */
    public static <B extends ButtonBase> B name(B button, Feather icon, String words) {
        button.setGraphic(of(icon));
        button.getStyleClass().add("icon-only");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
