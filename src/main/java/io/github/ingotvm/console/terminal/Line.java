package io.github.ingotvm.console.terminal;

import java.text.Normalizer;
import java.util.Arrays;

/** One line of a terminal: for each column a character and its style. */
final class Line {
    /** Nothing was ever written there. */
    static final int NOTHING = 0;

    /** The second half of a wide character. */
    static final int TAIL = -1;

    private int[] glyphs;
    private Style[] styles;
    /** Whether the text goes on in the next line without a line's end. */
    private boolean wrapped;

    Line(int columns, Style style) {
        glyphs = new int[columns];
        styles = new Style[columns];
        Arrays.fill(styles, style);
    }

    private Line(int[] glyphs, Style[] styles, boolean wrapped) {
        this.glyphs = glyphs;
        this.styles = styles;
        this.wrapped = wrapped;
    }

    Line copy() {
        return new Line(glyphs.clone(), styles.clone(), wrapped);
    }

    int columns() {
        return glyphs.length;
    }

    /** A code point, {@link #NOTHING} or {@link #TAIL}. */
    int glyph(int column) {
        return glyphs[column];
    }

    Style style(int column) {
        return styles[column];
    }

    boolean isWrapped() {
        return wrapped;
    }

    void wrapped(boolean goesOn) {
        wrapped = goesOn;
    }

    void put(int column, int codePoint, Style style, int width) {
        set(column, codePoint, style);
        if (width == 2 && column + 1 < glyphs.length) {
            set(column + 1, TAIL, style);
        }
    }

    private void set(int column, int glyph, Style style) {
        if (glyphs[column] == TAIL && column > 0 && glyph != TAIL) {
            glyphs[column - 1] = ' '; // half a character is none
        }
        if (column + 1 < glyphs.length && glyphs[column + 1] == TAIL) {
            glyphs[column + 1] = ' ';
        }
        glyphs[column] = glyph;
        styles[column] = style;
    }

    /** An accent for the character that is there, where Unicode has the two as one. */
    void accent(int column, int mark) {
        int at = glyphs[column] == TAIL && column > 0 ? column - 1 : column;
        if (glyphs[at] > ' ') {
            String both = new StringBuilder()
                    .appendCodePoint(glyphs[at])
                    .appendCodePoint(mark)
                    .toString();
            String one = Normalizer.normalize(both, Normalizer.Form.NFC);
            if (one.codePointCount(0, one.length()) == 1) {
                glyphs[at] = one.codePointAt(0);
            }
        }
    }

    /** Erases columns up to, not including, the last. */
    void erase(int from, int to, Style style) {
        for (int column = Math.max(from, 0); column < Math.min(to, glyphs.length); column++) {
            set(column, NOTHING, style);
        }
        if (to >= glyphs.length) {
            wrapped = false;
        }
    }

    /** Shifts what is at and right of a column to the right; what leaves is lost. */
    void insert(int column, int count, Style style) {
        int n = Math.min(count, glyphs.length - column);
        System.arraycopy(glyphs, column, glyphs, column + n, glyphs.length - column - n);
        System.arraycopy(styles, column, styles, column + n, styles.length - column - n);
        blank(column, column + n, style);
    }

    /** Takes columns out; what is right of them follows. */
    void delete(int column, int count, Style style) {
        int n = Math.min(count, glyphs.length - column);
        System.arraycopy(glyphs, column + n, glyphs, column, glyphs.length - column - n);
        System.arraycopy(styles, column + n, styles, column, styles.length - column - n);
        blank(glyphs.length - n, glyphs.length, style);
    }

    private void blank(int from, int to, Style style) {
        Arrays.fill(glyphs, from, to, NOTHING);
        Arrays.fill(styles, from, to, style);
        wrapped = false;
    }

    void resize(int columns) {
        int before = glyphs.length;
        glyphs = Arrays.copyOf(glyphs, columns);
        styles = Arrays.copyOf(styles, columns);
        if (columns > before) {
            Arrays.fill(styles, before, columns, Style.PLAIN);
        }
    }

    /** The text between two columns, without what was never written at its end. */
    String text(int from, int to) {
        int end = Math.min(to, glyphs.length);
        while (end > from && glyphs[end - 1] == NOTHING) {
            end--;
        }
        StringBuilder text = new StringBuilder();
        for (int column = from; column < end; column++) {
            if (glyphs[column] != TAIL) {
                text.appendCodePoint(glyphs[column] == NOTHING ? ' ' : glyphs[column]);
            }
        }
        return text.toString();
    }
}
