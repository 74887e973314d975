package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user's terminal passing every key on at once, Ctrl+C too, until closed or until the program ends. */
final class RawTerminal implements AutoCloseable {
    /** For input that is no terminal. */
    static final RawTerminal NONE = new RawTerminal("", "\n");

    private static final Logger LOG = LoggerFactory.getLogger(RawTerminal.class);
    private static final long PATIENCE_SECONDS = 10;

    private final String before;
    private final String lineEnd;
    private final Thread hook = new Thread(this::restore, "restore-terminal");
    private boolean raw;

    private RawTerminal(String before, String lineEnd) {
        this.before = before;
        this.lineEnd = lineEnd;
    }

    /** {@code UNSUPPORTED} where the terminal cannot be set. */
    static RawTerminal enter() {
        return set("pass keys on one by one", "\r\n", "raw", "-echo");
    }

    /** Only does not show what is typed. {@code UNSUPPORTED} where it would. */
    static RawTerminal silent() {
        return set("hide what is typed", "\n", "-echo");
    }

    private static RawTerminal set(String what, String lineEnd, String... modes) {
        try {
            RawTerminal terminal = new RawTerminal(stty("-g"), lineEnd);
            Runtime.getRuntime().addShutdownHook(terminal.hook);
            terminal.raw = true;
            stty(modes);
            return terminal;
        } catch (IOException e) {
            throw new IngotException(
                    Kind.UNSUPPORTED, "This terminal cannot " + what + " (stty does not work); use another one.", e);
        }
    }

    /** A line that looks right whether or not the terminal is raw. */
    void say(PrintStream to, String sentence) {
        to.print(sentence + lineEnd);
        to.flush();
    }

    private synchronized void restore() {
        if (raw) {
            raw = false;
            try {
                stty(before);
            } catch (IOException e) {
                LOG.warn("The terminal stays raw; `stty sane` helps", e);
            }
        }
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The program ends, and so does the hook", e);
        }
    }

    private static String stty(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(Redirect.INHERIT)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("stty: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }
}
