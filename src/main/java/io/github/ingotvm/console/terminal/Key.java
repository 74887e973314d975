package io.github.ingotvm.console.terminal;

/** A key that sends more than its character. */
public enum Key {
    ENTER(Kind.PLAIN, '\r', 0),
    BACKSPACE(Kind.PLAIN, '\177', 0),
    TAB(Kind.PLAIN, '\t', 0),
    ESCAPE(Kind.PLAIN, '\033', 0),
    UP(Kind.CURSOR, 'A', 0),
    DOWN(Kind.CURSOR, 'B', 0),
    RIGHT(Kind.CURSOR, 'C', 0),
    LEFT(Kind.CURSOR, 'D', 0),
    HOME(Kind.CURSOR, 'H', 0),
    END(Kind.CURSOR, 'F', 0),
    INSERT(Kind.NUMBERED, '~', 2),
    DELETE(Kind.NUMBERED, '~', 3),
    PAGE_UP(Kind.NUMBERED, '~', 5),
    PAGE_DOWN(Kind.NUMBERED, '~', 6),
    F1(Kind.FUNCTION, 'P', 0),
    F2(Kind.FUNCTION, 'Q', 0),
    F3(Kind.FUNCTION, 'R', 0),
    F4(Kind.FUNCTION, 'S', 0),
    F5(Kind.NUMBERED, '~', 15),
    F6(Kind.NUMBERED, '~', 17),
    F7(Kind.NUMBERED, '~', 18),
    F8(Kind.NUMBERED, '~', 19),
    F9(Kind.NUMBERED, '~', 20),
    F10(Kind.NUMBERED, '~', 21),
    F11(Kind.NUMBERED, '~', 23),
    F12(Kind.NUMBERED, '~', 24);

    /** How what it sends is built. */
    enum Kind {
        /** The character alone. */
        PLAIN,
        /** As an arrow: it depends on the guest's wish. */
        CURSOR,
        /** As one of the first four function keys. */
        FUNCTION,
        /** By a number. */
        NUMBERED
    }

    final Kind kind;
    /** The last, or the only, character that it sends. */
    final char end;

    final int number;

    Key(Kind kind, char end, int number) {
        this.kind = kind;
        this.end = end;
        this.number = number;
    }
}
