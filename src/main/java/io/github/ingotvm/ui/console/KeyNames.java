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
            Map.entry(KeyCode.KP_UP, Keysym.KEYPAD_UP),
            Map.entry(KeyCode.KP_DOWN, Keysym.KEYPAD_DOWN),
            Map.entry(KeyCode.KP_LEFT, Keysym.KEYPAD_LEFT),
            Map.entry(KeyCode.KP_RIGHT, Keysym.KEYPAD_RIGHT),
            Map.entry(KeyCode.NUMPAD0, Keysym.keypad(0)),
            Map.entry(KeyCode.NUMPAD1, Keysym.keypad(1)),
            Map.entry(KeyCode.NUMPAD2, Keysym.keypad(2)),
            Map.entry(KeyCode.NUMPAD3, Keysym.keypad(3)),
            Map.entry(KeyCode.NUMPAD4, Keysym.keypad(4)),
            Map.entry(KeyCode.NUMPAD5, Keysym.keypad(5)),
            Map.entry(KeyCode.NUMPAD6, Keysym.keypad(6)),
            Map.entry(KeyCode.NUMPAD7, Keysym.keypad(7)),
            Map.entry(KeyCode.NUMPAD8, Keysym.keypad(8)),
            Map.entry(KeyCode.NUMPAD9, Keysym.keypad(9)),
            Map.entry(KeyCode.ADD, Keysym.KEYPAD_ADD),
            Map.entry(KeyCode.SUBTRACT, Keysym.KEYPAD_SUBTRACT),
            Map.entry(KeyCode.MULTIPLY, Keysym.KEYPAD_MULTIPLY),
            Map.entry(KeyCode.DIVIDE, Keysym.KEYPAD_DIVIDE),
            Map.entry(KeyCode.DECIMAL, Keysym.KEYPAD_DECIMAL),
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

    /** JavaFX's names of signs; those of letters and digits say it themselves. */
    private static final Map<KeyCode, Character> SIGNS = new EnumMap<>(Map.ofEntries(
            Map.entry(KeyCode.COMMA, ','),
            Map.entry(KeyCode.MINUS, '-'),
            Map.entry(KeyCode.PERIOD, '.'),
            Map.entry(KeyCode.SLASH, '/'),
            Map.entry(KeyCode.SEMICOLON, ';'),
            Map.entry(KeyCode.EQUALS, '='),
            Map.entry(KeyCode.OPEN_BRACKET, '['),
            Map.entry(KeyCode.CLOSE_BRACKET, ']'),
            Map.entry(KeyCode.BACK_SLASH, '\\'),
            Map.entry(KeyCode.QUOTE, '\''),
            Map.entry(KeyCode.BACK_QUOTE, '`'),
            Map.entry(KeyCode.AMPERSAND, '&'),
            Map.entry(KeyCode.ASTERISK, '*'),
            Map.entry(KeyCode.QUOTEDBL, '"'),
            Map.entry(KeyCode.LESS, '<'),
            Map.entry(KeyCode.GREATER, '>'),
            Map.entry(KeyCode.BRACELEFT, '{'),
            Map.entry(KeyCode.BRACERIGHT, '}'),
            Map.entry(KeyCode.AT, '@'),
            Map.entry(KeyCode.COLON, ':'),
            Map.entry(KeyCode.CIRCUMFLEX, '^'),
            Map.entry(KeyCode.DOLLAR, '$'),
            Map.entry(KeyCode.EURO_SIGN, '€'),
            Map.entry(KeyCode.EXCLAMATION_MARK, '!'),
            Map.entry(KeyCode.INVERTED_EXCLAMATION_MARK, '¡'),
            Map.entry(KeyCode.LEFT_PARENTHESIS, '('),
            Map.entry(KeyCode.NUMBER_SIGN, '#'),
            Map.entry(KeyCode.PLUS, '+'),
            Map.entry(KeyCode.RIGHT_PARENTHESIS, ')'),
            Map.entry(KeyCode.UNDERSCORE, '_')));

    private KeyNames() {}

    /** What a key types by itself, as far as its name says; 0 when it does not. */
    static int sign(KeyCode code) {
        if (code.isLetterKey()) {
            return Character.toLowerCase(code.getName().charAt(0));
        }
        if (code.isDigitKey() && !code.isKeypadKey()) {
            return code.getName().charAt(0);
        }
        return SIGNS.getOrDefault(code, '\0');
    }

    static OptionalInt keysym(KeyCode code) {
        if (code.isFunctionKey()) {
            return OptionalInt.of(
                    Keysym.function(Integer.parseInt(code.getName().substring(1))));
        }
        Integer keysym = KEYSYMS.get(code);
        return keysym == null ? OptionalInt.empty() : OptionalInt.of(keysym);
    }
}
