package io.github.ingotvm.ui.common;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** Where to type what to search for. Esc empties and leaves it, the down arrow and Enter go on to what was found. */
public final class SearchField extends CustomTextField {
    private Runnable enter;

    /**
     * @param words for people who cannot see it
     * @param leave gives the keyboard to what was found
     */
    public SearchField(String words, Runnable leave) {
        enter = leave;
        setPromptText("Search");
        setAccessibleText(words);
        setLeft(Icons.of(Feather.SEARCH));
        getStyleClass().add("search");
        Button clear = Icons.button(Feather.X, "Clear search", this::clear);
        clear.getStyleClass().addAll(Styles.FLAT, "clear-search");
        clear.setFocusTraversable(false);
        textProperty().addListener((o, old, now) -> setRight(now.isEmpty() ? null : clear));
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            switch (e.getCode()) {
                case ESCAPE -> {
                    clear();
                    leave.run();
                }
                case DOWN -> leave.run();
                case ENTER -> enter.run();
                default -> {
                    return;
                }
            }
            e.consume();
        });
    }

    /** Lets Enter do something else than go on. */
    public void onEnter(Runnable action) {
        enter = action;
    }

    /** Takes the keyboard; what was searched for can be typed over. */
    public void take() {
        requestFocus();
        selectAll();
    }
}
