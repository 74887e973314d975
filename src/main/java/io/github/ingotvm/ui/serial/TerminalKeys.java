package io.github.ingotvm.ui.serial;

import io.github.ingotvm.console.terminal.Key;
import io.github.ingotvm.console.terminal.VirtualTerminal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keyboard's events send. */
final class TerminalKeys {
    private static final Map<KeyCode, Key> KEYS = Map.ofEntries(
            Map.entry(KeyCode.ENTER, Key.ENTER),
            Map.entry(KeyCode.BACK_SPACE, Key.BACKSPACE),
            Map.entry(KeyCode.TAB, Key.TAB),
            Map.entry(KeyCode.ESCAPE, Key.ESCAPE),
            Map.entry(KeyCode.UP, Key.UP),
            Map.entry(KeyCode.KP_UP, Key.UP),
            Map.entry(KeyCode.DOWN, Key.DOWN),
            Map.entry(KeyCode.KP_DOWN, Key.DOWN),
            Map.entry(KeyCode.RIGHT, Key.RIGHT),
            Map.entry(KeyCode.KP_RIGHT, Key.RIGHT),
            Map.entry(KeyCode.LEFT, Key.LEFT),
            Map.entry(KeyCode.KP_LEFT, Key.LEFT),
            Map.entry(KeyCode.HOME, Key.HOME),
            Map.entry(KeyCode.END, Key.END),
            Map.entry(KeyCode.INSERT, Key.INSERT),
            Map.entry(KeyCode.DELETE, Key.DELETE),
            Map.entry(KeyCode.PAGE_UP, Key.PAGE_UP),
            Map.entry(KeyCode.PAGE_DOWN, Key.PAGE_DOWN),
            Map.entry(KeyCode.F1, Key.F1),
            Map.entry(KeyCode.F2, Key.F2),
            Map.entry(KeyCode.F3, Key.F3),
            Map.entry(KeyCode.F4, Key.F4),
            Map.entry(KeyCode.F5, Key.F5),
            Map.entry(KeyCode.F6, Key.F6),
            Map.entry(KeyCode.F7, Key.F7),
            Map.entry(KeyCode.F8, Key.F8),
            Map.entry(KeyCode.F9, Key.F9),
            Map.entry(KeyCode.F10, Key.F10),
            Map.entry(KeyCode.F12, Key.F12));

    private TerminalKeys() {}

    /** A key that sends more than a character; those in {@link #typed} otherwise. */
    static Optional<byte[]> pressed(KeyEvent e, VirtualTerminal terminal) {
        Key key = KEYS.get(e.getCode());
        return key == null
                ? Optional.empty()
                : Optional.of(terminal.key(key, e.isShiftDown(), e.isAltDown(), e.isControlDown()));
    }

    /** Characters, with Ctrl the control characters that keys have stood for ever since. */
    static Optional<byte[]> typed(KeyEvent e) {
        String text = e.getCharacter();
        if (text.isEmpty() || text.equals(KeyEvent.CHAR_UNDEFINED) || e.isMetaDown() || isOfAnotherKey(text)) {
            return Optional.empty();
        }
        boolean graph = e.isAltDown() && e.isControlDown(); // AltGr, where it shows as both
        String sent = e.isControlDown() && !graph ? control(text.charAt(0)) : text;
        return Optional.of(((e.isAltDown() && !graph ? "\033" : "") + sent).getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #pressed} has sent already. */
    private static boolean isOfAnotherKey(String text) {
        return "\r\n\b\t\033\177".contains(text.substring(0, 1));
    }

    private static String control(char c) {
        if (c >= '@' && c < '\177') {
            return Character.toString(c & 0x1f);
        }
        return switch (c) {
            case ' ' -> "\0";
            case '?' -> "\177";
            default -> Character.toString(c);
        };
    }
}
