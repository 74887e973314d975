package io.github.ingotvm.console.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The lines of a screen. */
final class Grid {
    private final List<Line> lines = new ArrayList<>();
    private int columns;

    Grid(int columns, int rows) {
        this.columns = columns;
        for (int i = 0; i < rows; i++) {
            lines.add(new Line(columns, Style.PLAIN));
        }
    }

    int rows() {
        return lines.size();
    }

    int columns() {
        return columns;
    }

    Line line(int row) {
        return lines.get(row);
    }

    /**
     * Moves the lines from top to bottom up.
     *
     * @param gone receives the lines that leave
     */
    void up(int top, int bottom, int count, Style style, Consumer<Line> gone) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            gone.accept(lines.remove(top));
            lines.add(bottom, new Line(columns, style));
        }
    }

    /** Moves the lines from top to bottom down; what leaves at the bottom is lost. */
    void down(int top, int bottom, int count, Style style) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            lines.remove(bottom);
            lines.add(top, new Line(columns, style));
        }
    }

    void erase(int fromRow, int toRow, Style style) {
        for (int row = fromRow; row < toRow; row++) {
            lines.get(row).erase(0, columns, style);
        }
    }

    /**
     * Makes it another size. Rows go from the end as long as nothing is on them and the cursor is above, then from the beginning.
     *
     * @param gone receives the lines that leave at the beginning
     * @return how many those were
     */
    int resize(int newColumns, int newRows, int cursorRow, Consumer<Line> gone) {
        int left = 0;
        while (lines.size() > newRows) {
            int last = lines.size() - 1;
            if (cursorRow - left < last && lines.get(last).text(0, columns).isBlank()) {
                lines.remove(last);
            } else {
                gone.accept(lines.remove(0));
                left++;
            }
        }
        columns = newColumns;
        lines.forEach(line -> line.resize(newColumns));
        while (lines.size() < newRows) {
            lines.add(new Line(newColumns, Style.PLAIN));
        }
        return left;
    }
}
