package io.github.ingotvm.console.terminal;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A small terminal that says in text what it shows. */
final class Fed {
    private final StringBuilder answers = new StringBuilder();
    final VirtualTerminal terminal =
            new VirtualTerminal(20, 5, bytes -> answers.append(new String(bytes, StandardCharsets.UTF_8)));

    static Fed with(String text) {
        return new Fed().and(text);
    }

    Fed and(String text) {
        terminal.feed(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The rows, without empty ones at the end. */
    String shown() {
        return terminal.look(0).rows().stream()
                .map(TerminalView.Row::text)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    String row(int row) {
        return terminal.look(0).rows().get(row).text();
    }

    Style style(int row, int column) {
        return terminal.look(0).rows().get(row).style(column);
    }

    /** Row and column, counted from 0. */
    String cursor() {
        TerminalView view = terminal.look(0);
        return view.cursorRow() + "," + view.cursorColumn();
    }

    String answers() {
        return answers.toString();
    }
}
