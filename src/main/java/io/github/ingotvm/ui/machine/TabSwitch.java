package io.github.ingotvm.ui.machine;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.MachineTab;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Chooses between a machine's tabs; takes no room where there is but one. */
final class TabSwitch extends HBox {
    TabSwitch(List<MachineTab> tabs, Consumer<MachineTab> choose) {
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < tabs.size(); i++) {
            MachineTab tab = tabs.get(i);
            ToggleButton button = new ToggleButton(tab.title());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(i == 0);
            String shape = i == 0 ? Styles.LEFT_PILL : i == tabs.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
            button.getStyleClass().add(shape);
            button.setOnAction(e -> {
                button.setSelected(true); // one of them is chosen always
                choose.accept(tab);
            });
            getChildren().add(button);
        }
        setMinWidth(Region.USE_PREF_SIZE);
        setVisible(tabs.size() > 1);
        setManaged(tabs.size() > 1);
    }
}
