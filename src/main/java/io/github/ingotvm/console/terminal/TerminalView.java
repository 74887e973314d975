package io.github.ingotvm.console.terminal;

import java.util.List;

/**
 * What a terminal shows at one moment.
 *
 * @param rows from the top
 * @param first which line of the text the first row is, counted from the first that ever was
 * @param cursorRow where the cursor is in these rows; -1 when it is not among them or hidden
 * @param cursorColumn likewise
 * @param inverse whether usual foreground and background have changed places
 */
public record TerminalView(List<Row> rows, long first, int cursorRow, int cursorColumn, boolean inverse) {
    public TerminalView {
        rows = List.copyOf(rows);
    }

    /** One line. */
    public static final class Row {
        private final Line line;

        Row(Line line) {
            this.line = line;
        }

        public int columns() {
            return line.columns();
        }

        /** The character at a column: a code point, or 0 where there is none. */
        public int codePoint(int column) {
            return Math.max(line.glyph(column), 0);
        }

        /** Whether the character left of it reaches over this column. */
        public boolean isTail(int column) {
            return line.glyph(column) == Line.TAIL;
        }

        public Style style(int column) {
            return line.style(column);
        }

        /** Whether the text goes on in the next row without a line's end. */
        public boolean isWrapped() {
            return line.isWrapped();
        }

        public String text() {
            return text(0, line.columns());
        }

        /** The text between two columns; blanks at the end that nobody wrote are left out. */
        public String text(int from, int to) {
            return line.text(from, to);
        }
    }
}
