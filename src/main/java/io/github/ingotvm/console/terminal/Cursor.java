package io.github.ingotvm.console.terminal;

/**
 * Where the next character goes and what it looks like.
 *
 * @param wrapsNext whether the last column was written: the next character begins a new line
 * @param origin whether rows count from the top of the scrolling region, and end with it
 * @param drawing for each of the two character sets whether it is the one of line drawing
 * @param shifted whether the second set is in use
 */
record Cursor(
        int row,
        int column,
        boolean wrapsNext,
        Style style,
        boolean origin,
        boolean drawing,
        boolean drawingShifted,
        boolean shifted) {
    static final Cursor HOME = new Cursor(0, 0, false, Style.PLAIN, false, false, false, false);

    Cursor at(int newRow, int newColumn) {
        return new Cursor(newRow, newColumn, false, style, origin, drawing, drawingShifted, shifted);
    }

    Cursor atEnd() {
        return new Cursor(row, column, true, style, origin, drawing, drawingShifted, shifted);
    }

    Cursor style(Style newStyle) {
        return new Cursor(row, column, wrapsNext, newStyle, origin, drawing, drawingShifted, shifted);
    }

    Cursor origin(boolean on) {
        return new Cursor(row, column, wrapsNext, style, on, drawing, drawingShifted, shifted);
    }

    Cursor drawing(boolean second, boolean on) {
        return new Cursor(
                row, column, wrapsNext, style, origin, second ? drawing : on, second ? on : drawingShifted, shifted);
    }

    Cursor shifted(boolean on) {
        return new Cursor(row, column, wrapsNext, style, origin, drawing, drawingShifted, on);
    }

    boolean draws() {
        return shifted ? drawingShifted : drawing;
    }

    /** The same within another size. */
    Cursor within(int columns, int rows) {
        return at(Math.max(0, Math.min(row, rows - 1)), Math.min(column, columns - 1));
    }
}
