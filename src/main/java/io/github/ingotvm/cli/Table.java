package io.github.ingotvm.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Aligned columns under headings. */
final class Table {
    private static final int WIDEST_ON_TTY = 48;
    private static final String GAP = "  ";

    private final Terminal terminal;
    private final List<String> headings;
    private final List<List<Cell>> rows = new ArrayList<>();

    Table(Terminal terminal, String... headings) {
        this.terminal = terminal;
        this.headings = List.of(headings);
    }

    /** One field; numbers stand at the right. */
    record Cell(String text, Style style, boolean right) {
        Cell {
            text = Width.safe(text);
        }

        static Cell of(String text) {
            return new Cell(text, Style.PLAIN, false);
        }

        static Cell of(String text, Style style) {
            return new Cell(text, style, false);
        }

        static Cell right(String text) {
            return new Cell(text, Style.PLAIN, true);
        }
    }

    void row(Cell... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print() {
        PrintStream out = terminal.out();
        List<Cell> head =
                headings.stream().map(h -> Cell.of(h, Style.DIM)).collect(java.util.stream.Collectors.toList());
        for (int i = 0; i < head.size(); i++) {
            if (!rows.isEmpty() && rows.get(0).get(i).right()) {
                head.set(i, new Cell(headings.get(i), Style.DIM, true));
            }
        }
        List<Integer> widths = widths();
        print(out, head, widths);
        rows.forEach(row -> print(out, row, widths));
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(headings.size(), 0));
        for (int i = 0; i < headings.size(); i++) {
            int width = Width.of(headings.get(i));
            for (List<Cell> row : rows) {
                width = Math.max(width, Width.of(shown(row.get(i))));
            }
            widths.set(i, width);
        }
        return widths;
    }

    // Whole names for scripts and files; on a screen one endless name must not break every line.
    private String shown(Cell cell) {
        return terminal.outIsTty() ? Width.cut(cell.text(), WIDEST_ON_TTY) : cell.text();
    }

    private void print(PrintStream out, List<Cell> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            String text = shown(cell);
            boolean last = i == row.size() - 1;
            String padded =
                    cell.right() ? Width.padLeft(text, widths.get(i)) : last ? text : Width.pad(text, widths.get(i));
            line.append(cell.style().paint(padded, terminal.hasColours())).append(last ? "" : GAP);
        }
        out.println(line.toString().stripTrailing());
    }
}
