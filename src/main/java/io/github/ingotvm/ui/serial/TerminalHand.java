package io.github.ingotvm.ui.serial;

import io.github.ingotvm.console.terminal.TerminalView;
import io.github.ingotvm.console.terminal.VirtualTerminal;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Selecting with the pointer, copying and pasting. */
final class TerminalHand {
    private static final KeyCombination COPY = KeyCombination.valueOf("Ctrl+Shift+C");
    private static final KeyCombination PASTE = KeyCombination.valueOf("Ctrl+Shift+V");
    private static final KeyCombination ALSO_PASTE = KeyCombination.valueOf("Shift+Insert");

    private final SerialView view;
    private final VirtualTerminal terminal;
    private final ContextMenu menu = new ContextMenu();
    private final MenuItem copy = item("Copy", this::copy);
    private Optional<Selection> selection = Optional.empty();

    TerminalHand(SerialView view, VirtualTerminal terminal) {
        this.view = view;
        this.terminal = terminal;
        MenuItem paste = item("Paste", this::paste);
        copy.setAccelerator(COPY);
        paste.setAccelerator(PASTE);
        menu.getItems()
                .addAll(
                        copy,
                        paste,
                        item("Select All", this::all),
                        new SeparatorMenuItem(),
                        item("Tell the Shell Its Size", this::tellSize));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            copy.setDisable(selected().isEmpty());
            menu.show(view, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> action.run());
        return item;
    }

    Optional<Selection> selection() {
        return selection;
    }

    void clear() {
        selection = Optional.empty();
    }

    /** Whether the keys were for the clipboard. */
    boolean takes(KeyEvent e) {
        if (COPY.match(e)) {
            copy();
        } else if (PASTE.match(e) || ALSO_PASTE.match(e)) {
            paste();
        } else {
            return e.isControlDown() && e.isShiftDown() && (e.getCode() == KeyCode.C || e.getCode() == KeyCode.V);
        }
        return true;
    }

    private void pressed(MouseEvent e) {
        menu.hide();
        view.requestFocus();
        if (e.getButton() == MouseButton.MIDDLE) {
            String text = selected();
            if (!text.isEmpty()) {
                view.paste(text);
            }
        } else if (e.getButton() == MouseButton.PRIMARY) {
            Selection.Place place = view.place(e.getX(), e.getY());
            selection = Optional.of(begun(e, place));
            view.requestLayout();
        }
    }

    private Selection begun(MouseEvent e, Selection.Place place) {
        TerminalView shown = view.shown();
        TerminalView.Row row = shown.rows().get((int) (place.line() - shown.first()));
        if (e.getClickCount() == 2) {
            return Selection.word(row, place);
        }
        if (e.getClickCount() >= 3) {
            return Selection.line(row, place.line());
        }
        return e.isShiftDown() && selection.isPresent() ? selection.get().to(place) : Selection.at(place);
    }

    private void dragged(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 1) {
            if (e.getY() < 0) {
                view.scroll(1);
            } else if (e.getY() > view.getHeight()) {
                view.scroll(-1);
            }
            Selection.Place place = view.place(e.getX(), e.getY());
            selection = selection.map(s -> s.to(place));
            view.requestLayout();
        }
    }

    private void all() {
        long last = terminal.top() + terminal.rows() - 1;
        selection =
                Optional.of(new Selection(new Selection.Place(0, 0), new Selection.Place(last, terminal.columns())));
        view.requestLayout();
    }

    /** A serial line carries no size; a shell takes it from this command. */
    private void tellSize() {
        view.paste("stty rows " + terminal.rows() + " cols " + terminal.columns() + "\n");
    }

    private String selected() {
        return selection
                .filter(s -> !s.isEmpty())
                .map(s -> terminal.text(
                        s.from().line(),
                        s.from().column(),
                        s.until().line(),
                        s.until().column()))
                .orElse("");
    }

    private void copy() {
        String text = selected();
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            view.paste(text);
        }
    }
}
