package io.github.ingotvm.ui.common;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Buttons that open a menu, made anew each time, which ends at their right edge: at the window's edge it does not stick out. */
public final class Menus {
    private static final double GAP = 4;

    private Menus() {}

    /** Opens a menu below a part of a list that may be made anew meanwhile: the menu hangs on the list, and stays. */
    public static void showBelow(ContextMenu menu, Node part, Node list) {
        Bounds place = part.localToScreen(part.getBoundsInLocal());
        menu.show(list, place.getMinX(), place.getMaxY() + GAP);
    }

    /** Whether a menu is open that was opened from within this. */
    public static boolean isOpen(Node within) {
        return Window.getWindows().stream()
                .filter(w -> w instanceof ContextMenu)
                .map(w -> ((ContextMenu) w).getOwnerNode())
                .anyMatch(owner -> isWithin(owner, within));
    }

    private static boolean isWithin(@Nullable Node node, Node outer) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    public static Button button(Feather icon, String words, Supplier<List<MenuItem>> items) {
        ContextMenu menu = new ContextMenu();
        menu.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
        Button button = Icons.button(icon, words, () -> {});
        Runnable open = () -> {
            menu.getItems().setAll(items.get());
            Bounds place = button.localToScreen(button.getBoundsInLocal());
            menu.show(button, place.getMaxX(), place.getMaxY() + GAP);
        };
        button.setOnAction(e -> {
            if (menu.isShowing()) {
                menu.hide();
            } else {
                open.run();
            }
        });
        button.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN) {
                e.consume();
                open.run();
            }
        });
        button.setAccessibleRole(AccessibleRole.MENU_BUTTON);
        return button;
    }
}
