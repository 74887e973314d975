package io.github.ingotvm.ui;

import io.github.ingotvm.ui.common.FullScreen;
import io.github.ingotvm.ui.common.KeyTaker;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Sheets;
import io.github.ingotvm.ui.dashboard.ViewMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The keys that work everywhere in the window. */
final class Shortcuts {
    /** Works even while a machine has the keyboard. */
    private static final KeyCombination BACK = KeyCombination.valueOf("Alt+Left");

    private final Sheets sheets;
    private final FullScreen fullScreen;
    private final Runnable back;
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    Shortcuts(Pages pages, ViewMode mode, Sheets sheets, FullScreen fullScreen, Runnable refresh, Runnable quit) {
        this.sheets = sheets;
        this.fullScreen = fullScreen;
        this.back = pages::back;
        keys.put(KeyCombination.valueOf("Ctrl+N"), () -> pages.create(Optional.empty()));
        keys.put(KeyCombination.valueOf("Ctrl+F"), pages::search);
        keys.put(KeyCombination.valueOf("Ctrl+1"), () -> show(pages, mode, false));
        keys.put(KeyCombination.valueOf("Ctrl+2"), () -> show(pages, mode, true));
        keys.put(KeyCombination.valueOf("Ctrl+K"), pages::check);
        keys.put(KeyCombination.valueOf("F5"), refresh);
        keys.put(KeyCombination.valueOf("Ctrl+R"), refresh);
        keys.put(BACK, back);
        keys.put(KeyCombination.valueOf("Ctrl+Q"), quit);
    }

    private static void show(Pages pages, ViewMode mode, boolean table) {
        pages.machines(Navigator.Section.ALL);
        mode.isTable().set(table);
    }

    private void backAt(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE
                && !e.isConsumed()
                && !sheets.isOpen()
                && !fullScreen.on().get()) {
            e.consume();
            back.run();
        }
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (sheets.isOpen() || (scene.getFocusOwner() instanceof KeyTaker && !BACK.match(e))) {
                return;
            }
            keys.entrySet().stream()
                    .filter(k -> k.getKey().match(e))
                    .findFirst()
                    .ifPresent(k -> {
                        e.consume();
                        k.getValue().run();
                    });
        });
        // Lists would swallow Escape; in a field it first means the field, and a machine has its own use for it.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            boolean meant =
                    scene.getFocusOwner() instanceof TextInputControl || scene.getFocusOwner() instanceof KeyTaker;
            if (!meant) {
                backAt(e);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::backAt);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getButton() == MouseButton.BACK && !sheets.isOpen()) {
                e.consume();
                back.run();
            }
        });
    }
}
