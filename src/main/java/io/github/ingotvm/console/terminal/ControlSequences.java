package io.github.ingotvm.console.terminal;

/** The control sequences without a prefix (ECMA-48, 8.3). */
final class ControlSequences {
    private ControlSequences() {}

    static void apply(Interpreter terminal, Parameters p, int end) {
        Screen screen = terminal.screen();
        int n = p.times();
        switch (end) {
            case '@' -> screen.insertCharacters(n);
            case 'A' -> screen.moveRows(-n);
            case 'B', 'e' -> screen.moveRows(n);
            case 'C', 'a' -> screen.moveColumns(n);
            case 'D' -> screen.moveColumns(-n);
            case 'E', 'F' -> {
                screen.moveRows(end == 'E' ? n : -n);
                screen.moveToColumn(0);
            }
            case 'G', '`' -> screen.moveToColumn(n - 1);
            case 'H', 'f' -> screen.moveTo(n - 1, Math.max(p.get(1, 1), 1) - 1);
            case 'I' -> screen.tab(n);
            case 'J' -> erase(terminal, p.get(0, 0));
            case 'K' -> screen.eraseInLine(p.get(0, 0));
            case 'L' -> screen.insertLines(n);
            case 'M' -> screen.deleteLines(n);
            case 'P' -> screen.deleteCharacters(n);
            case 'S' -> screen.scrollUp(n);
            case 'T' -> screen.scrollDown(n);
            case 'X' -> screen.eraseCharacters(n);
            case 'Z' -> screen.backTab(n);
            case 'b' -> screen.repeat(n);
            case 'c' -> terminal.answer(Answers.WHAT_I_AM);
            case 'd' -> screen.moveToRow(n - 1);
            case 'g' -> screen.tabs().clear(p.get(0, 0), screen.cursor().column());
            case 'h', 'l' -> {
                for (int i = 0; i < p.count(); i++) {
                    terminal.mode(p.get(i, 0), end == 'h');
                }
            }
            case 'm' ->
                screen.cursor(screen.cursor().style(Sgr.apply(screen.cursor().style(), p)));
            case 'n' -> terminal.answer(Answers.status(p.get(0, 0), screen.cursor()));
            case 'r' -> screen.region(n - 1, p.get(1, screen.grid().rows()) - 1);
            case 's' -> screen.save();
            case 'u' -> screen.restore();
            default -> {
                // nothing we have
            }
        }
    }

    private static void erase(Interpreter terminal, int what) {
        if (what == 3) {
            terminal.forgetScrollback();
        } else {
            terminal.screen().erase(what);
        }
    }
}
