package io.github.ingotvm.console.terminal;

/** Control sequences that DEC and xterm added to the standard's, told by a question mark. */
final class PrivateSequences {
    private PrivateSequences() {}

    static void apply(Interpreter terminal, Parameters p, int end) {
        switch (end) {
            case 'h', 'l' -> {
                for (int i = 0; i < p.count(); i++) {
                    mode(terminal, p.get(i, 0), end == 'h');
                }
            }
            case 'J' -> terminal.screen().erase(p.get(0, 0));
            case 'K' -> terminal.screen().eraseInLine(p.get(0, 0));
            default -> {
                // nothing we have
            }
        }
    }

    private static void mode(Interpreter terminal, int mode, boolean on) {
        Modes modes = terminal.modes();
        switch (mode) {
            case 1 -> modes.applicationKeys = on;
            case 5 -> modes.inverse = on;
            case 6 -> {
                Screen screen = terminal.screen();
                screen.cursor(screen.cursor().origin(on));
                screen.moveTo(0, 0);
            }
            case 7 -> terminal.screen().wraps = on;
            case 25 -> modes.showsCursor = on;
            case 47, 1047 -> terminal.alternate(on);
            case 1048 -> saveOrRestore(terminal.screen(), on);
            case 1049 -> alternateWithCursor(terminal, on);
            case 2004 -> modes.marksPastes = on;
            default -> {
                // mice and others: not offered
            }
        }
    }

    private static void saveOrRestore(Screen screen, boolean save) {
        if (save) {
            screen.save();
        } else {
            screen.restore();
        }
    }

    private static void alternateWithCursor(Interpreter terminal, boolean on) {
        if (on) {
            terminal.screen().save();
            terminal.alternate(true);
            terminal.screen().erase(2);
        } else {
            terminal.alternate(false);
            terminal.screen().restore();
        }
    }
}
