package io.github.ingotvm.console.terminal;

import java.util.function.Consumer;

/** A grid with a cursor, its scrolling region and its tab stops: what control sequences act on. */
final class Screen {
    private final Consumer<Line> leaves;
    private final Grid grid;
    private final Tabs tabs;
    private Cursor cursor = Cursor.HOME;
    private Cursor saved = Cursor.HOME;
    private int top;
    private int bottom;
    private int lastPrinted = ' ';
    boolean wraps = true;
    boolean inserts;

    /** @param leaves receives the lines that scroll away */
    Screen(int columns, int rows, Consumer<Line> leaves) {
        this.leaves = leaves;
        this.grid = new Grid(columns, rows);
        this.bottom = rows - 1;
        this.tabs = new Tabs(columns);
    }

    Grid grid() {
        return grid;
    }

    Cursor cursor() {
        return cursor;
    }

    void cursor(Cursor now) {
        cursor = now;
    }

    private Line line() {
        return grid.line(cursor.row());
    }

    Style blank() {
        return cursor.style().erased();
    }

    void print(int codePoint) {
        int glyph = cursor.draws() ? LineDrawing.of(codePoint) : codePoint;
        int width = Math.min(CharWidth.of(glyph), grid.columns());
        if (width == 0) {
            line().accent(cursor.wrapsNext() ? cursor.column() : Math.max(cursor.column() - 1, 0), glyph);
            return;
        }
        lastPrinted = codePoint;
        if (wraps && (cursor.wrapsNext() || cursor.column() + width > grid.columns())) {
            line().wrapped(true);
            cursor = cursor.at(cursor.row(), 0);
            lineFeed();
        }
        int column = Math.min(cursor.column(), grid.columns() - width);
        if (inserts) {
            line().insert(column, width, blank());
        }
        line().put(column, glyph, cursor.style(), width);
        cursor = column + width < grid.columns()
                ? cursor.at(cursor.row(), column + width)
                : cursor.at(cursor.row(), grid.columns() - 1).atEnd();
    }

    /** The last character again, at most as often as it would fill a line. */
    void repeat(int times) {
        for (int i = 0; i < Math.min(times, grid.columns()); i++) {
            print(lastPrinted);
        }
    }

    void lineFeed() {
        if (cursor.row() == bottom) {
            up(top, 1);
        } else if (cursor.row() < grid.rows() - 1) {
            cursor = cursor.at(cursor.row() + 1, cursor.column());
        }
    }

    void reverseLineFeed() {
        if (cursor.row() == top) {
            grid.down(top, bottom, 1, blank());
        } else {
            moveRows(-1);
        }
    }

    /** What leaves is kept only when the whole screen scrolls from its very top. */
    private void up(int from, int count) {
        grid.up(from, bottom, count, blank(), from == 0 ? leaves : line -> {});
    }

    void scrollUp(int count) {
        up(top, count);
    }

    void scrollDown(int count) {
        grid.down(top, bottom, count, blank());
    }

    void insertLines(int count) {
        if (cursor.row() >= top && cursor.row() <= bottom) {
            grid.down(cursor.row(), bottom, count, blank());
            cursor = cursor.at(cursor.row(), 0);
        }
    }

    void deleteLines(int count) {
        if (cursor.row() >= top && cursor.row() <= bottom) {
            grid.up(cursor.row(), bottom, count, blank(), line -> {});
            cursor = cursor.at(cursor.row(), 0);
        }
    }

    void insertCharacters(int count) {
        line().insert(cursor.column(), count, blank());
        cursor = cursor.at(cursor.row(), cursor.column());
    }

    void deleteCharacters(int count) {
        line().delete(cursor.column(), count, blank());
        cursor = cursor.at(cursor.row(), cursor.column());
    }

    void eraseCharacters(int count) {
        line().erase(cursor.column(), cursor.column() + count, blank());
    }

    /** @param what 0 from the cursor, 1 to it, 2 all of it */
    void eraseInLine(int what) {
        line().erase(what == 0 ? cursor.column() : 0, what == 1 ? cursor.column() + 1 : grid.columns(), blank());
    }

    /** @param what as of {@link #eraseInLine} */
    void erase(int what) {
        if (what == 2) {
            grid.erase(0, grid.rows(), blank());
            return;
        }
        eraseInLine(what);
        grid.erase(what == 0 ? cursor.row() + 1 : 0, what == 0 ? grid.rows() : cursor.row(), blank());
    }

    /** Counts from zero, from the region's top where the origin is there. */
    void moveTo(int row, int column) {
        int first = cursor.origin() ? top : 0;
        int last = cursor.origin() ? bottom : grid.rows() - 1;
        cursor = cursor.at(clamp(row + first, first, last), clamp(column, 0, grid.columns() - 1));
    }

    void moveToRow(int row) {
        moveTo(row, cursor.column());
    }

    void moveToColumn(int column) {
        cursor = cursor.at(cursor.row(), clamp(column, 0, grid.columns() - 1));
    }

    /** Up or down, not past the region's edge. */
    void moveRows(int by) {
        int first = cursor.row() >= top ? top : 0;
        int last = cursor.row() <= bottom ? bottom : grid.rows() - 1;
        cursor = cursor.at(clamp(cursor.row() + by, first, last), cursor.column());
    }

    void moveColumns(int by) {
        moveToColumn(cursor.column() + by);
    }

    void tab(int count) {
        moveToColumn(tabs.after(cursor.column(), count, grid.columns()));
    }

    void backTab(int count) {
        moveToColumn(tabs.before(cursor.column(), count));
    }

    Tabs tabs() {
        return tabs;
    }

    /** The rows that scroll; all of them when these are none. */
    void region(int first, int last) {
        boolean good = first < last && last < grid.rows();
        top = good ? first : 0;
        bottom = good ? last : grid.rows() - 1;
        moveTo(0, 0);
    }

    void save() {
        saved = cursor;
    }

    void restore() {
        cursor = saved.wrapsNext()
                ? saved.within(grid.columns(), grid.rows()).atEnd()
                : saved.within(grid.columns(), grid.rows());
    }

    /** As after it was switched on; what is on it goes. */
    void reset() {
        softReset();
        cursor = Cursor.HOME;
        tabs.reset(grid.columns());
        grid.erase(0, grid.rows(), Style.PLAIN);
    }

    /** The same, but what is on it stays and so does the cursor. */
    void softReset() {
        Cursor at = cursor;
        region(-1, -1);
        cursor = Cursor.HOME.at(at.row(), at.column());
        saved = Cursor.HOME;
        wraps = true;
        inserts = false;
    }

    /** Fills it with E, for adjusting the picture. */
    void align() {
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                grid.line(row).put(column, 'E', Style.PLAIN, 1);
            }
        }
    }

    void resize(int columns, int rows) {
        int before = grid.columns();
        int left = grid.resize(columns, rows, cursor.row(), leaves);
        cursor = cursor.at(cursor.row() - left, cursor.column()).within(columns, rows);
        saved = saved.within(columns, rows);
        top = 0;
        bottom = rows - 1;
        tabs.widen(before, columns);
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(value, most));
    }
}
