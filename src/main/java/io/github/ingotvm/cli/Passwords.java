package io.github.ingotvm.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Passwords that are typed or piped in: never arguments, which every user of a computer can read. */
final class Passwords {
    private final Session session;

    Passwords(Session session) {
        this.session = session;
    }

    /** The first line of the standard input. */
    String piped() {
        return readLine();
    }

    /** Asks the person at the terminal, twice, without showing what is typed. */
    String asked(String user) {
        Terminal terminal = session.terminal();
        if (!terminal.inIsTty()) {
            throw Session.invalid("There is no terminal to ask for the password; add --password-file FILE, or - for"
                    + " the standard input.");
        }
        try (RawTerminal silent = RawTerminal.silent()) {
            String first = ask(silent, "Password for " + user + ": ");
            String second = ask(silent, "The same again: ");
            if (!first.equals(second)) {
                throw Session.invalid("The two passwords differ; begin again.");
            }
            return first;
        }
    }

    private String ask(RawTerminal silent, String question) {
        session.terminal().err().print(Width.safe(question));
        session.terminal().err().flush();
        String line = session.cancellation().idling(this::readLine);
        silent.say(session.terminal().err(), "");
        return line;
    }

    /** Byte by byte: what follows the line is not ours. */
    private String readLine() {
        try {
            InputStream in = session.terminal().in();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                line.write(b);
            }
            return line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
