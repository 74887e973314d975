package io.github.ingotvm.ui.dashboard;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.AppMenu;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Menus;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.SearchField;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** New, search, grid or list, and the menu. */
final class Header extends HBox {
    private final SearchField search;

    Header(MachineList list, ViewMode mode, Navigator navigator, AppMenu appMenu, Runnable leaveSearch) {
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Button create = new Button("New", Icons.of(Feather.PLUS));
        create.getStyleClass().addAll(Styles.ACCENT, "new-button");
        create.setTooltip(new Tooltip("New virtual machine (Ctrl+N)"));
        create.setAccessibleText("New virtual machine");
        create.setOnAction(e -> navigator.create(Optional.empty()));
        create.setMinWidth(Region.USE_PREF_SIZE);

        search = new SearchField("Search virtual machines", leaveSearch);
        search.setPrefWidth(320);
        search.textProperty().bindBidirectional(list.query());

        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        Button menu = Menus.button(Feather.MENU, "Menu", appMenu::items);
        menu.getStyleClass().add(Styles.FLAT);
        getChildren().addAll(create, left, search, right, views(mode), menu);
    }

    private static HBox views(ViewMode mode) {
        ToggleButton grid = Icons.name(new ToggleButton(), Feather.GRID, "Cards (Ctrl+1)");
        ToggleButton table = Icons.name(new ToggleButton(), Feather.LIST, "List (Ctrl+2)");
        grid.getStyleClass().add(Styles.LEFT_PILL);
        table.getStyleClass().add(Styles.RIGHT_PILL);
        Runnable show = () -> {
            grid.setSelected(!mode.isTable().get());
            table.setSelected(mode.isTable().get());
        };
        grid.setOnAction(e -> {
            mode.isTable().set(false);
            show.run();
        });
        table.setOnAction(e -> {
            mode.isTable().set(true);
            show.run();
        });
        mode.isTable().addListener(o -> show.run());
        show.run();
        return new HBox(grid, table);
    }

    void focusSearch() {
        search.take();
    }
}
