package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** Keys that never reach a guest by themselves, because the desktop or the window takes them; text to type; the clipboard. */
final class SendKeys {
    private static final int CONSOLES = 12;

    private SendKeys() {}

    /**
     * @param send presses keys together
     * @param typeText asks for text to type
     * @param clipboard whether it is shared
     * @param everyKey whether the machine gets the desktop's keys, too
     */
    static MenuButton button(
            Consumer<List<Integer>> send, Runnable typeText, BooleanProperty clipboard, BooleanProperty everyKey) {
        MenuButton button = Icons.name(new MenuButton(), Feather.COMMAND, "Send keys");
        Menu consoles = new Menu("Ctrl+Alt+F1 … F12");
        for (int i = 1; i <= CONSOLES; i++) {
            consoles.getItems().add(item("Ctrl+Alt+F" + i, send, Keysym.CONTROL, Keysym.ALT, Keysym.function(i)));
        }
        List<MenuItem> items = new ArrayList<>();
        items.add(item("Ctrl+Alt+Delete", send, Keysym.CONTROL, Keysym.ALT, Keysym.DELETE));
        items.add(item("Ctrl+Alt+Backspace", send, Keysym.CONTROL, Keysym.ALT, Keysym.BACK_SPACE));
        items.add(consoles);
        items.add(new SeparatorMenuItem());
        items.add(item("Alt+Tab", send, Keysym.ALT, Keysym.TAB));
        items.add(item("Alt+F4", send, Keysym.ALT, Keysym.function(4)));
        items.add(item("Alt+Left", send, Keysym.ALT, Keysym.LEFT));
        items.add(item("F11", send, Keysym.function(11)));
        items.add(item("Super", send, Keysym.SUPER));
        items.add(item("Print Screen", send, Keysym.PRINT));
        items.add(new SeparatorMenuItem());
        MenuItem text = new MenuItem("Type Text…");
        text.setOnAction(e -> typeText.run());
        items.add(text);
        items.add(choice("Share the Clipboard", clipboard));
        items.add(choice("Take Every Key", everyKey));
        button.getItems().setAll(items);
        return button;
    }

    private static MenuItem choice(String words, BooleanProperty value) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.selectedProperty().bindBidirectional(value);
        return item;
    }

    private static MenuItem item(String words, Consumer<List<Integer>> send, Integer... keysyms) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> send.accept(List.of(keysyms)));
        return item;
    }
}
