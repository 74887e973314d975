package io.github.ingotvm.console.terminal;

import java.util.function.Consumer;

/** What the bytes mean, done to the screen. What is not understood is passed over. */
final class Interpreter implements Parser.Actions {
    private final Screen main;
    private final Screen alternate;
    private final Scrollback scrollback;
    private final Modes modes = new Modes();
    private final Consumer<String> answers;
    private Screen screen;
    private int bells;

    /** @param answers receives what the guest asked for */
    Interpreter(int columns, int rows, Scrollback scrollback, Consumer<String> answers) {
        this.scrollback = scrollback;
        this.answers = answers;
        this.main = new Screen(columns, rows, scrollback::add);
        this.alternate = new Screen(columns, rows, line -> {});
        this.screen = main;
    }

    Screen screen() {
        return screen;
    }

    boolean isAlternate() {
        return screen == alternate;
    }

    Modes modes() {
        return modes;
    }

    /** How often the guest has rung the bell. */
    int bells() {
        return bells;
    }

    void resize(int columns, int rows) {
        main.resize(columns, rows);
        alternate.resize(columns, rows);
    }

    @Override
    public void print(int codePoint) {
        if (codePoint >= 0xa0 || codePoint < 0x7f) { // else a control character of C1
            screen.print(codePoint);
        }
    }

    @Override
    public void control(int code) {
        switch (code) {
            case 0x07 -> bells++;
            case '\b' -> screen.moveColumns(-1);
            case '\t' -> screen.tab(1);
            case '\n', 0x0b, '\f' -> {
                screen.lineFeed();
                if (modes.newLine) {
                    screen.moveToColumn(0);
                }
            }
            case '\r' -> screen.moveToColumn(0);
            case 0x0e -> screen.cursor(screen.cursor().shifted(true));
            case 0x0f -> screen.cursor(screen.cursor().shifted(false));
            default -> {
                // no business of a terminal's
            }
        }
    }

    @Override
    public void escape(int intermediate, int end) {
        switch (intermediate) {
            case 0 -> plainEscape(end);
            case '(' -> screen.cursor(screen.cursor().drawing(false, end == '0'));
            case ')' -> screen.cursor(screen.cursor().drawing(true, end == '0'));
            case '#' -> {
                if (end == '8') {
                    screen.align();
                }
            }
            default -> {
                // other character sets: all is UTF-8
            }
        }
    }

    private void plainEscape(int end) {
        switch (end) {
            case '7' -> screen.save();
            case '8' -> screen.restore();
            case 'D' -> screen.lineFeed();
            case 'E' -> {
                screen.moveToColumn(0);
                screen.lineFeed();
            }
            case 'H' -> screen.tabs().set(screen.cursor().column());
            case 'M' -> screen.reverseLineFeed();
            case 'Z' -> answers.accept(Answers.WHAT_I_AM);
            case 'c' -> reset();
            default -> {
                // the numeric pad's modes: it sends digits
            }
        }
    }

    private void reset() {
        screen = main;
        modes.reset();
        main.reset();
        alternate.reset();
    }

    @Override
    public void sequence(int prefix, Parameters p, int intermediate, int end) {
        if (intermediate == '!' && end == 'p') {
            modes.reset();
            screen.softReset();
        } else if (intermediate == 0) {
            switch (prefix) {
                case 0 -> ControlSequences.apply(this, p, end);
                case '?' -> PrivateSequences.apply(this, p, end);
                case '>' -> {
                    if (end == 'c') {
                        answers.accept(Answers.VERSION);
                    }
                }
                default -> {
                    // keyboard protocols: not offered
                }
            }
        }
    }

    void mode(int mode, boolean on) {
        switch (mode) {
            case 4 -> screen.inserts = on;
            case 20 -> modes.newLine = on;
            default -> {
                // nothing we have
            }
        }
    }

    /** Shows the other screen, or the usual one. */
    void alternate(boolean on) {
        Screen next = on ? alternate : main;
        next.cursor(screen.cursor());
        screen = next;
    }

    /** Tells the guest something. */
    void answer(String what) {
        answers.accept(what);
    }

    void forgetScrollback() {
        scrollback.clear();
    }
}
