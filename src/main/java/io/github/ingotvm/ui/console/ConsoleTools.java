package io.github.ingotvm.ui.console;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.Icons;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import org.kordamp.ikonli.feather.Feather;

/** The buttons for a screen, in a page's header or a full screen's bar. After each the machine has the keyboard again. */
final class ConsoleTools {
    private final List<Node> all;

    /**
     * @param savePicture keeps a picture of the screen
     * @param afterwards gives the keyboard back
     */
    ConsoleTools(MenuButton keys, MenuButton scale, Runnable savePicture, Runnable afterwards) {
        Button picture = Icons.button(Feather.IMAGE, "Save and copy a picture of the screen", savePicture);
        picture.addEventHandler(ActionEvent.ACTION, e -> afterwards.run());
        for (MenuButton menu : List.of(keys, scale)) {
            menu.getStyleClass().add("no-arrow");
            menu.setOnHidden(e -> afterwards.run());
        }
        all = List.of(keys, scale, picture);
        all.forEach(b -> b.getStyleClass().add(Styles.FLAT));
    }

    List<Node> all() {
        return all;
    }

    /** They are there while there is a screen. */
    void setVisible(boolean visible) {
        all.forEach(b -> {
            b.setVisible(visible);
            b.setManaged(visible);
        });
    }
}
