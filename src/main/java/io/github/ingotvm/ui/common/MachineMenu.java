package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Navigator.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** The menu of one machine, or of several that are selected. */
public final class MachineMenu {
    private final MachineActions actions;
    private final Navigator navigator;

    public MachineMenu(MachineActions actions, Navigator navigator) {
        this.actions = actions;
        this.navigator = navigator;
    }

    /** The menu as it is right now; the machines' states decide what it offers. */
    public ContextMenu of(List<VirtualMachine> machines) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items(machines));
        return menu;
    }

    public List<MenuItem> items(List<VirtualMachine> machines) {
        boolean active = any(machines, m -> m.state().isActive());
        boolean running = any(machines, m -> m.state() == PowerState.RUNNING);
        boolean paused = any(machines, m -> m.state() == PowerState.PAUSED);
        boolean off = any(machines, m -> !m.state().isActive());
        List<MenuItem> items = new ArrayList<>();
        if (machines.size() == 1) {
            VirtualMachine only = machines.get(0);
            if (active) {
                items.add(item("Open", Feather.MONITOR, "Enter", () -> navigator.open(only.id())));
            }
        }
        if (machines.size() == 1 && !navigator.isApart(machines.get(0).id())) {
            MachineId only = machines.get(0).id();
            items.add(item("Open in Own Window", Feather.EXTERNAL_LINK, "", () -> navigator.openApart(only)));
        }
        if (any(machines, VirtualMachine::isDisposable)) {
            items.add(item("Keep", Feather.ANCHOR, "", () -> actions.keep(machines)));
        }
        if (off) {
            items.add(item("Start", Feather.PLAY, "", () -> actions.start(machines)));
        }
        if (paused) {
            items.add(item("Resume", Feather.PLAY, "", () -> actions.resume(machines)));
        }
        items.add(enabled(running, item("Shut Down", Feather.POWER, "", () -> actions.shutDown(machines))));
        items.add(enabled(active, item("Force Off", Feather.ZAP_OFF, "", () -> actions.forceOff(machines))));
        if (running) {
            items.add(item("Pause", Feather.PAUSE, "", () -> actions.pause(machines)));
            items.add(item("Restart", Feather.ROTATE_CW, "", () -> actions.restart(machines)));
        }
        items.add(new SeparatorMenuItem());
        List<MenuItem> care = actions.care().items(machines);
        if (!care.isEmpty()) {
            items.addAll(care);
            items.add(new SeparatorMenuItem());
        }
        if (machines.size() == 1) {
            addForOne(items, machines.get(0));
        }
        if (machines.stream().allMatch(VirtualMachine::isDisposable)) {
            items.remove(items.size() - 1); // it goes by itself; nothing follows the line
            return items;
        }
        items.add(item("Delete", Feather.TRASH_2, "Delete", () -> actions.delete(machines)));
        boolean keepable = machines.size() == 1
                && machines.get(0).currentGolden().isPresent()
                && !machines.get(0).isDisposable();
        if (keepable) {
            VirtualMachine only = machines.get(0);
            items.add(enabled(
                    only.state() == PowerState.OFF,
                    item("Delete, Keep Golden Image", Feather.ARCHIVE, "", () -> actions.deleteKeepingGolden(only))));
        }
        return items;
    }

    private void addForOne(List<MenuItem> items, VirtualMachine only) {
        if (only.mark().install().isUnderWay()) {
            items.add(item("Mark as Installed", Feather.CHECK, "", () -> actions.markInstalled(only)));
        }
        if (!only.isDisposable()) {
            items.add(item("Take Snapshot…", Feather.CAMERA, "", () -> actions.takeSnapshot(only)));
            items.add(item("Clone…", Feather.COPY, "", () -> actions.clone(only)));
        }
        if (only.currentGolden().isPresent()) {
            items.add(item("Run Disposable Clone", Feather.WIND, "", () -> actions.runDisposable(only)));
        }
        if (!only.mark().golden().isEmpty()) {
            items.add(item("Golden Image", Feather.STAR, "", () -> navigator.golden(only.id())));
        }
        items.add(item("Rename…", Feather.EDIT_2, "F2", () -> actions.rename(only)));
        items.add(
                item("Properties", Feather.SLIDERS, "Alt+Enter", () -> navigator.properties(only.id(), Tab.OVERVIEW)));
        items.add(item("Show History", Feather.CLOCK, "", () -> navigator.history(Optional.of(only.id()))));
        items.add(new SeparatorMenuItem());
    }

    private static boolean any(List<VirtualMachine> machines, Predicate<VirtualMachine> which) {
        return machines.stream().anyMatch(which);
    }

    private static MenuItem enabled(boolean enabled, MenuItem item) {
        item.setDisable(!enabled);
        return item;
    }

    /** A menu item; the shortcut is shown, and obeyed by the view that the machine is shown in. */
    public static MenuItem item(String text, Feather icon, String shortcut, Runnable action) {
        MenuItem item = new MenuItem(text, Icons.of(icon));
        if (!shortcut.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(shortcut));
        }
        item.setOnAction(e -> action.run());
        return item;
    }
}
