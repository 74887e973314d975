package io.github.ingotvm.cli;

import java.lang.Character.UnicodeScript;

/** How many columns of a terminal text takes, and text made safe to write there. */
final class Width {
    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        // Emoji, and the full-width forms of Latin letters, have no script of their own.
        if ((codePoint >= 0x1F300 && codePoint <= 0x1FAFF) || (codePoint >= 0xFF01 && codePoint <= 0xFF60)) {
            return true;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }

    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }

    /** The beginning of the text, with an ellipsis, when it is wider than that. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int width = 1;
        for (int codePoint : text.codePoints().toArray()) {
            width += of(codePoint);
            if (width > columns) {
                break;
            }
            cut.appendCodePoint(codePoint);
        }
        return cut.append('…').toString();
    }

    /** The text on one line, without what could move the cursor or turn the writing direction of what follows. */
    static String safe(String text) {
        boolean harmless = text.codePoints().allMatch(Width::isHarmless);
        if (harmless) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.appendCodePoint(isHarmless(c) ? c : c == '\n' || c == '\t' ? ' ' : 0xFFFD));
        return safe.toString();
    }

    private static boolean isHarmless(int codePoint) {
        boolean turnsDirection =
                (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        return !Character.isISOControl(codePoint)
                && !turnsDirection
                && Character.getType(codePoint) != Character.SURROGATE;
    }
}
