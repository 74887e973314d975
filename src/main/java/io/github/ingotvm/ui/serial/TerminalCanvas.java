package io.github.ingotvm.ui.serial;

import io.github.ingotvm.console.terminal.Style;
import io.github.ingotvm.console.terminal.TerminalView;
import io.github.ingotvm.console.terminal.TerminalView.Row;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws what a terminal shows. */
final class TerminalCanvas extends Canvas {
    private static final int ASCII_END = 0x7f;

    private final Typeface face;

    TerminalCanvas(Typeface face) {
        this.face = face;
        setMouseTransparent(true);
    }

    void paint(TerminalView view, Optional<Selection> selection, Color cursor, boolean focused) {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        for (int row = 0; row < view.rows().size(); row++) {
            paint(g, view, row, selection);
        }
        if (view.cursorRow() >= 0) {
            paintCursor(g, view, cursor, focused);
        }
    }

    private void paint(GraphicsContext g, TerminalView view, int at, Optional<Selection> selection) {
        Row row = view.rows().get(at);
        long line = view.first() + at;
        int column = 0;
        while (column < row.columns()) {
            boolean selected = isSelected(selection, line, column);
            Style style = row.style(column);
            int end = column + 1;
            while (end < row.columns()
                    && row.style(end).equals(style)
                    && isSelected(selection, line, end) == selected) {
                end++;
            }
            paint(g, row, at, column, end, Ink.of(style, view.inverse(), selected));
            column = end;
        }
    }

    private static boolean isSelected(Optional<Selection> selection, long line, int column) {
        return selection.isPresent() && selection.get().holds(line, column);
    }

    /** A stretch in one style. */
    private void paint(GraphicsContext g, Row row, int at, int from, int to, Ink ink) {
        double y = at * face.height();
        if (ink.ground().getOpacity() > 0) {
            g.setFill(ink.ground());
            g.fillRect(x(from), y, x(to) - x(from), face.height());
        }
        Style style = row.style(from);
        g.setFill(ink.text());
        g.setFont(face.font(style));
        int column = from;
        while (column < to) {
            int end = column;
            while (end < to && isSimple(row, end)) {
                end++;
            }
            if (end > column) {
                write(g, row.text(column, end), column, y);
                column = end;
            } else {
                if (row.codePoint(column) > 0) {
                    write(g, Character.toString(row.codePoint(column)), column, y);
                }
                column++;
            }
        }
        lines(g, style, from, to, y);
    }

    /** Whether the font is sure to keep its width: others are set one by one. */
    private static boolean isSimple(Row row, int column) {
        return !row.isTail(column) && row.codePoint(column) < ASCII_END;
    }

    private void write(GraphicsContext g, String text, int column, double y) {
        if (!text.isBlank()) {
            g.fillText(text, column * face.width(), y + face.ascent());
        }
    }

    private void lines(GraphicsContext g, Style style, int from, int to, double y) {
        if (style.is(Style.UNDERLINED)) {
            g.fillRect(x(from), Math.rint(y + face.ascent()) + 1, x(to) - x(from), 1);
        }
        if (style.is(Style.STRUCK)) {
            g.fillRect(x(from), Math.rint(y + face.height() / 2), x(to) - x(from), 1);
        }
    }

    private void paintCursor(GraphicsContext g, TerminalView view, Color colour, boolean focused) {
        Row row = view.rows().get(view.cursorRow());
        int column = view.cursorColumn();
        boolean wide = column + 1 < row.columns() && row.isTail(column + 1);
        double y = view.cursorRow() * face.height();
        double width = x(column + (wide ? 2 : 1)) - x(column);
        if (!focused) {
            g.setStroke(colour);
            g.strokeRect(x(column) + 0.5, y + 0.5, width - 1, face.height() - 1);
            return;
        }
        g.setFill(colour);
        g.fillRect(x(column), y, width, face.height());
        if (row.codePoint(column) > ' ') {
            g.setFill(Color.BLACK);
            g.setFont(face.font(row.style(column)));
            write(g, Character.toString(row.codePoint(column)), column, y);
        }
    }

    private double x(int column) {
        return Math.rint(column * face.width());
    }
}
