package io.github.ingotvm.ui.serial;

import io.github.ingotvm.console.terminal.TerminalView.Row;

/**
 * A stretch of a terminal's text. Lines are counted from the first that ever was, so that it stays on its text when that scrolls.
 *
 * @param anchor where it was begun
 * @param head where it has got to
 */
record Selection(Place anchor, Place head) {
    /** Between two characters. */
    record Place(long line, int column) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byLine = Long.compare(line, other.line);
            return byLine != 0 ? byLine : Integer.compare(column, other.column);
        }
    }

    static Selection at(Place place) {
        return new Selection(place, place);
    }

    Selection to(Place place) {
        return new Selection(anchor, place);
    }

    boolean isEmpty() {
        return anchor.equals(head);
    }

    Place from() {
        return anchor.compareTo(head) <= 0 ? anchor : head;
    }

    Place until() {
        return anchor.compareTo(head) <= 0 ? head : anchor;
    }

    boolean holds(long line, int column) {
        Place place = new Place(line, column);
        return from().compareTo(place) <= 0 && until().compareTo(place) > 0;
    }

    /** The word around a place: letters, digits, and what file names are made of. */
    static Selection word(Row row, Place place) {
        int from = Math.min(place.column(), row.columns() - 1);
        int to = from;
        while (from > 0 && isOfWord(row, from - 1) && isOfWord(row, from)) {
            from--;
        }
        while (to < row.columns() && isOfWord(row, to)) {
            to++;
        }
        return new Selection(new Place(place.line(), from), new Place(place.line(), Math.max(to, from + 1)));
    }

    private static boolean isOfWord(Row row, int column) {
        int c = row.codePoint(column);
        return row.isTail(column) || Character.isLetterOrDigit(c) || (c > ' ' && "-_./~@:+%#?&=".indexOf(c) >= 0);
    }

    static Selection line(Row row, long line) {
        return new Selection(new Place(line, 0), new Place(line, row.columns()));
    }
}
