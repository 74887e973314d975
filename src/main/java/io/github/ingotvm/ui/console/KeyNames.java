package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Keysym;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;

/** Keys that type nothing, as the protocol names them. */
final class KeyNames {
    private static final Map<KeyCode, Integer> KEYSYMS = new EnumMap<>(Map.ofEntries(
            Map.entry(KeyCode.ENTER, Keysym.RETURN),
            Map.entry(KeyCode.TAB, Keysym.TAB),
            Map.entry(KeyCode.BACK_SPACE, Keysym.BACK_SPACE),
            Map.entry(KeyCode.ESCAPE, Keysym.ESCAPE),
            Map.entry(KeyCode.DELETE, Keysym.DELETE),
            Map.entry(KeyCode.INSERT, Keysym.INSERT),
            Map.entry(KeyCode.HOME, Keysym.HOME),
            Map.entry(KeyCode.END, Keysym.END),
            Map.entry(KeyCode.PAGE_UP, Keysym.PAGE_UP),
            Map.entry(KeyCode.PAGE_DOWN, Keysym.PAGE_DOWN),
            Map.entry(KeyCode.UP, Keysym.UP),
            Map.entry(KeyCode.DOWN, Keysym.DOWN),
            Map.entry(KeyCode.LEFT, Keysym.LEFT),
            Map.entry(KeyCode.RIGHT, Keysym.RIGHT),
            Map.entry(KeyCode.KP_UP, Keysym.UP),
            Map.entry(KeyCode.KP_DOWN, Keysym.DOWN),
            Map.entry(KeyCode.KP_LEFT, Keysym.LEFT),
            Map.entry(KeyCode.KP_RIGHT, Keysym.RIGHT),
            Map.entry(KeyCode.SHIFT, Keysym.SHIFT),
            Map.entry(KeyCode.CONTROL, Keysym.CONTROL),
            Map.entry(KeyCode.ALT, Keysym.ALT),
            Map.entry(KeyCode.ALT_GRAPH, Keysym.ALT_GRAPH),
            Map.entry(KeyCode.META, Keysym.SUPER),
            Map.entry(KeyCode.WINDOWS, Keysym.SUPER),
            Map.entry(KeyCode.COMMAND, Keysym.SUPER),
            Map.entry(KeyCode.CAPS, Keysym.CAPS_LOCK),
            Map.entry(KeyCode.NUM_LOCK, Keysym.NUM_LOCK),
            Map.entry(KeyCode.SCROLL_LOCK, Keysym.SCROLL_LOCK),
            Map.entry(KeyCode.PRINTSCREEN, Keysym.PRINT),
            Map.entry(KeyCode.PAUSE, Keysym.PAUSE),
            Map.entry(KeyCode.CONTEXT_MENU, Keysym.MENU)));

    private KeyNames() {}

    static OptionalInt keysym(KeyCode code) {
        if (code.isFunctionKey()) {
            return OptionalInt.of(
                    Keysym.function(Integer.parseInt(code.getName().substring(1))));
        }
        Integer keysym = KEYSYMS.get(code);
        return keysym == null ? OptionalInt.empty() : OptionalInt.of(keysym);
    }
}
