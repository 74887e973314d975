package io.github.ingotvm.ui.console;

import io.github.ingotvm.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;

/** How large the screen is shown. */
final class ScaleMenu {
    private ScaleMenu() {}

    /**
     * @param now the mode in use
     * @param canFollow whether the guest may be asked for another size
     */
    static MenuButton button(Supplier<ScaleMode> now, BooleanSupplier canFollow, Consumer<ScaleMode> choose) {
        MenuButton button = Icons.name(new MenuButton(), Feather.MAXIMIZE_2, "Scale");
        button.getItems().setAll(items(now.get(), true, choose)); // without any it would not open
        button.setOnShowing(e -> button.getItems().setAll(items(now.get(), canFollow.getAsBoolean(), choose)));
        return button;
    }

    private static List<MenuItem> items(ScaleMode now, boolean canFollow, Consumer<ScaleMode> choose) {
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (ScaleMode mode : ScaleMode.values()) {
            boolean possible = mode != ScaleMode.FOLLOW || canFollow;
            RadioMenuItem item = new RadioMenuItem(mode.words() + (possible ? "" : " (this one cannot)"));
            item.setToggleGroup(group);
            item.setDisable(!possible);
            item.setSelected(mode == now);
            item.setOnAction(e -> choose.accept(mode));
            items.add(item);
        }
        return items;
    }
}
