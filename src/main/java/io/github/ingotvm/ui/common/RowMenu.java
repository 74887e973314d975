package io.github.ingotvm.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The menu of a list's rows: at the mouse, by the menu key or Shift+F10 below the chosen row, and below a button in a row. */
public final class RowMenu<T> {
    private final ListView<T> list;
    private final Function<T, List<MenuItem>> items;
    private Optional<ContextMenu> open = Optional.empty();

    /** @param items what can be done with a row */
    public RowMenu(ListView<T> list, Function<T, List<MenuItem>> items) {
        this.list = list;
        this.items = items;
        list.setOnContextMenuRequested(this::onMouse);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private Optional<T> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void onMouse(ContextMenuEvent e) {
        e.consume();
        if (e.isKeyboardTrigger()) {
            belowSelected();
        } else {
            selected().ifPresent(row -> show(row, menu -> menu.show(list, e.getScreenX(), e.getScreenY())));
        }
    }

    private void onKey(KeyEvent e) {
        if (e.getCode() == KeyCode.CONTEXT_MENU || (e.getCode() == KeyCode.F10 && e.isShiftDown())) {
            e.consume();
            belowSelected();
        }
    }

    private void belowSelected() {
        selected()
                .ifPresent(row -> list.lookupAll(".list-cell").stream()
                        .filter(c -> c instanceof ListCell<?> cell && row.equals(cell.getItem()))
                        .findFirst()
                        .ifPresent(cell -> show(row, menu -> Menus.showBelow(menu, cell, list))));
    }

    /** Opens it below a part of a row. */
    public void below(T row, Node part) {
        list.getSelectionModel().select(row);
        show(row, menu -> Menus.showBelow(menu, part, list));
    }

    private void show(T row, Consumer<ContextMenu> place) {
        open.ifPresent(ContextMenu::hide);
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items.apply(row));
        open = Optional.of(menu);
        place.accept(menu);
    }
}
