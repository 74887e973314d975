package io.github.ingotvm.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks the person at the terminal. */
final class Question {
    private final Session session;

    Question(Session session) {
        this.session = session;
    }

    /** Whether the answer is yes; no is the default. Where nobody can be asked, that is a usage error: {@code --yes} is missing. */
    boolean isYes(String question) {
        Terminal terminal = session.terminal();
        if (!terminal.inIsTty()) {
            throw Session.invalid("There is no terminal to ask \"" + question + "\"; add --yes.");
        }
        terminal.err().print(Width.safe(question) + " [y/N] ");
        terminal.err().flush();
        String answer = session.cancellation().idling(() -> readLine(terminal));
        return answer.equals("y") || answer.equals("yes");
    }

    private static String readLine(Terminal terminal) {
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
            String line = reader.readLine();
            return line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
