package io.github.ingotvm.console.terminal;

/**
 * Tells text from control sequences, byte by byte (the states are those of a VT500 as Paul Williams has written them down; UTF-8
 * outside of sequences). Strings meant for the terminal itself, as titles and clipboards, are read past and never kept.
 */
final class Parser {
    private static final int ESC = 0x1b;
    private static final int BEL = 0x07;
    private static final int CAN = 0x18;
    private static final int SUB = 0x1a;
    private static final int DEL = 0x7f;
    private static final int LINUX_COLOUR = 7;

    /** What the bytes mean. */
    interface Actions {
        /** A character, by its code point. */
        void print(int codePoint);

        /** A control character of C0. */
        void control(int code);

        /** @param intermediate the character between, 0 for none */
        void escape(int intermediate, int end);

        /**
         * A control sequence.
         *
         * @param prefix one of {@code <=>?}, 0 for none
         * @param intermediate the character between, 0 for none
         */
        void sequence(int prefix, Parameters parameters, int intermediate, int end);
    }

    private enum State {
        GROUND,
        ESCAPE,
        SEQUENCE,
        /** A sequence that is not well-formed, to its end. */
        IGNORED,
        /** A string, to its terminator. */
        STRING
    }

    private final Actions actions;
    private final Utf8 utf8;
    private final Parameters parameters = new Parameters();
    private State state = State.GROUND;
    private int prefix;
    private int intermediate;
    private boolean started;
    /** Whether a string for the operating system has just begun. */
    private boolean begun;
    /** How many characters of the string are to come; 0 for those with an end. */
    private int left;

    Parser(Actions actions) {
        this.actions = actions;
        this.utf8 = new Utf8(actions::print);
    }

    void feed(byte[] bytes) {
        for (byte each : bytes) {
            feed(each & 0xff);
        }
    }

    private void feed(int b) {
        if (b == ESC) {
            utf8.cut();
            enter(State.ESCAPE);
        } else if (b == CAN || b == SUB) {
            utf8.cut();
            state = State.GROUND;
        } else {
            switch (state) {
                case GROUND -> ground(b);
                case STRING -> string(b);
                default -> within(b);
            }
        }
    }

    private void ground(int b) {
        if (b < 0x20) {
            utf8.cut();
            actions.control(b);
        } else if (b != DEL) {
            utf8.feed(b);
        }
    }

    /** Linux's own console has two strings without an end: {@code ESC ] R}, and {@code ESC ] P} with seven more. */
    private void string(int b) {
        if (begun && b == 'P') {
            left = LINUX_COLOUR;
        } else if (b == BEL || (begun && b == 'R') || left == 1) {
            state = State.GROUND;
        } else if (left > 0) {
            left--;
        }
        begun = false;
    }

    private void within(int b) {
        if (b < 0x20) {
            actions.control(b);
        } else if (b < 0x7f) {
            switch (state) {
                case ESCAPE -> escape(b);
                case SEQUENCE -> sequence(b);
                default -> ignored(b);
            }
        } else if (b > DEL) {
            state = State.GROUND; // no byte of a sequence
            utf8.feed(b);
        }
    }

    private void enter(State next) {
        state = next;
        prefix = 0;
        intermediate = 0;
        started = false;
        begun = false;
        left = 0;
        parameters.clear();
    }

    private void escape(int b) {
        if (b < 0x30) {
            intermediate = b;
        } else if (intermediate != 0) {
            state = State.GROUND;
            actions.escape(intermediate, b);
        } else if (b == '[') {
            enter(State.SEQUENCE);
        } else if (b == ']' || b == 'P' || b == 'X' || b == '^' || b == '_') {
            enter(State.STRING);
            begun = b == ']';
        } else {
            state = State.GROUND; // also after a string's terminator, ESC \
            actions.escape(0, b);
        }
    }

    private void sequence(int b) {
        if (b >= 0x40) {
            state = State.GROUND;
            actions.sequence(prefix, parameters, intermediate, b);
        } else if (b < 0x30) {
            intermediate = b;
        } else if (intermediate != 0 || (b >= 0x3c && started)) {
            state = State.IGNORED;
        } else if (b >= 0x3c) {
            prefix = b;
        } else if (b >= 0x3a) {
            parameters.next(b == ':');
        } else {
            parameters.digit(b - '0');
        }
        started = true;
    }

    private void ignored(int b) {
        if (b >= 0x40) {
            state = State.GROUND;
        }
    }
}
