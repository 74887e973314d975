package io.github.ingotvm.console.terminal;

import java.nio.charset.StandardCharsets;

/** What keys send, as xterm has it: every terminal description that guests use agrees with it where it matters. */
final class Keys {
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
        return switch (key.kind) {
            case PLAIN -> plain(key, shift, alt, control);
            case CURSOR -> cursor(key.end, modifiers);
            case FUNCTION -> upperFunction(key.end, modifiers);
            case NUMBERED -> numbered(key.number, modifiers);
        };
    }

    private String plain(Key key, boolean shift, boolean alt, boolean control) {
        if (key == Key.TAB && shift) {
            return "\033[Z";
        }
        String sent = key == Key.BACKSPACE && control ? "\b" : String.valueOf(key.end);
        return (alt ? "\033" : "") + sent + (key == Key.ENTER && modes.newLine ? "\n" : "");
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
