package io.github.ingotvm.ui;

import io.github.ingotvm.ui.common.AppMenu;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Sheets;
import io.github.ingotvm.ui.common.Theme;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;

/** The window's own menu. */
final class WindowMenu implements AppMenu {
    private final Theme theme;
    private final Sheets sheets;
    private final Runnable check;
    private final Runnable refresh;
    private final Runnable quit;

    WindowMenu(Theme theme, Sheets sheets, Runnable check, Runnable refresh, Runnable quit) {
        this.theme = theme;
        this.sheets = sheets;
        this.check = check;
        this.refresh = refresh;
        this.quit = quit;
    }

    @Override
    public List<MenuItem> items() {
        return List.of(
                appearance(),
                MachineMenu.item("Check", Feather.SHIELD, "Ctrl+K", check),
                MachineMenu.item("Refresh", Feather.REFRESH_CW, "F5", refresh),
                new SeparatorMenuItem(),
                MachineMenu.item("Keyboard", Feather.COMMAND, "", () -> sheets.open(KeysSheet.make())),
                MachineMenu.item("About Ingot", Feather.INFO, "", this::about),
                new SeparatorMenuItem(),
                MachineMenu.item("Quit", Feather.LOG_OUT, "Ctrl+Q", quit));
    }

    private Menu appearance() {
        Menu menu = new Menu("Appearance", io.github.ingotvm.ui.common.Icons.of(Feather.SUN));
        ToggleGroup group = new ToggleGroup();
        menu.getItems()
                .setAll(
                        choice("Like the Desktop", Theme.Choice.SYSTEM, group),
                        choice("Light", Theme.Choice.LIGHT, group),
                        choice("Dark", Theme.Choice.DARK, group));
        return menu;
    }

    private RadioMenuItem choice(String words, Theme.Choice choice, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(group);
        item.setSelected(theme.choice().get() == choice);
        item.setOnAction(e -> theme.choice().set(choice));
        return item;
    }

    private void about() {
        String version = WindowMenu.class.getPackage().getImplementationVersion();
        Sheet sheet = new Sheet("Ingot" + (version == null ? "" : " " + version), "Close")
                .with(Fields.hint("Virtual machines cast from golden images.\n"
                        + "Free software under the Apache License 2.0, on libvirt and QEMU."));
        sheet.withoutCancel();
        sheets.open(sheet);
    }
}
