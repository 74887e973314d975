package io.github.ingotvm.console.terminal;

import java.nio.charset.StandardCharsets;

/** What keys send, as xterm has it: every terminal description that guests use agrees with it where it matters. */
final class Keys {
    private static final int[] FUNCTION = {11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24};
    private static final String PASTE_BEGINS = "\033[200~";
    private static final String PASTE_ENDS = "\033[201~";

    private final Modes modes;

    Keys(Modes modes) {
        this.modes = modes;
    }

    byte[] bytes(Key key, boolean shift, boolean alt, boolean control) {
        return text(key, shift, alt, control).getBytes(StandardCharsets.UTF_8);
    }

    private String text(Key key, boolean shift, boolean alt, boolean control) {
        int modifiers = 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (control ? 4 : 0);
        String escape = alt ? "\033" : "";
        return switch (key) {
            case ENTER -> escape + (modes.newLine ? "\r\n" : "\r");
            case BACKSPACE -> escape + (control ? "\b" : "\177");
            case TAB -> shift ? "\033[Z" : escape + "\t";
            case ESCAPE -> escape + "\033";
            case UP -> cursor('A', modifiers);
            case DOWN -> cursor('B', modifiers);
            case RIGHT -> cursor('C', modifiers);
            case LEFT -> cursor('D', modifiers);
            case HOME -> cursor('H', modifiers);
            case END -> cursor('F', modifiers);
            case INSERT -> numbered(2, modifiers);
            case DELETE -> numbered(3, modifiers);
            case PAGE_UP -> numbered(5, modifiers);
            case PAGE_DOWN -> numbered(6, modifiers);
            case F1, F2, F3, F4 -> upperFunction((char) ('P' + key.ordinal() - Key.F1.ordinal()), modifiers);
            default -> numbered(FUNCTION[key.ordinal() - Key.F1.ordinal()], modifiers);
        };
    }

    private String cursor(char end, int modifiers) {
        if (modifiers > 1) {
            return "\033[1;" + modifiers + end;
        }
        return (modes.applicationKeys ? "\033O" : "\033[") + end;
    }

    private static String upperFunction(char end, int modifiers) {
        return modifiers > 1 ? "\033[1;" + modifiers + end : "\033O" + end;
    }

    private static String numbered(int number, int modifiers) {
        return "\033[" + number + (modifiers > 1 ? ";" + modifiers : "") + "~";
    }

    byte[] paste(String text) {
        StringBuilder typed = new StringBuilder();
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c == '\t' || c == '\n' || !Character.isISOControl(c))
                .forEach(c -> typed.appendCodePoint(c == '\n' ? '\r' : c));
        String whole = modes.marksPastes ? PASTE_BEGINS + typed + PASTE_ENDS : typed.toString();
        return whole.getBytes(StandardCharsets.UTF_8);
    }
}
