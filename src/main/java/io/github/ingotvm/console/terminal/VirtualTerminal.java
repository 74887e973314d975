package io.github.ingotvm.console.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A terminal in memory: fed with what a guest says, looked at whenever somebody wants to. Safe for use by several threads. */
public final class VirtualTerminal {
    public static final int LEAST_COLUMNS = 20;
    public static final int LEAST_ROWS = 4;
    private static final int MOST_COLUMNS = 500;
    private static final int MOST_ROWS = 300;
    /** Bytes between which others get their turn. */
    private static final int PIECE = 512;

    private final ReentrantLock lock = new ReentrantLock(true);

    private final Scrollback scrollback = new Scrollback();
    private final Interpreter interpreter;
    private final Parser parser;
    private final Keys keys;
    private long version;

    /** @param answers receives what the guest asked for, to be sent to it; called within {@link #feed} */
    public VirtualTerminal(int columns, int rows, Consumer<byte[]> answers) {
        this.interpreter = new Interpreter(columns, rows, scrollback, text -> {
            if (!text.isEmpty()) {
                answers.accept(text.getBytes(StandardCharsets.UTF_8));
            }
        });
        this.parser = new Parser(interpreter);
        this.keys = new Keys(interpreter.modes());
    }

    /** The guest said this; it may end anywhere. */
    public void feed(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length));
            locked(() -> {
                version++;
                parser.feed(piece);
                return true;
            });
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Rises with everything that may have changed the picture. */
    public long version() {
        return locked(() -> version);
    }

    /** Sizes beyond what makes sense become the nearest that does. */
    public void resize(int columns, int rows) {
        locked(() -> {
            version++;
            interpreter.resize(
                    Math.max(LEAST_COLUMNS, Math.min(columns, MOST_COLUMNS)),
                    Math.max(LEAST_ROWS, Math.min(rows, MOST_ROWS)));
            return true;
        });
    }

    public int columns() {
        return locked(() -> grid().columns());
    }

    public int rows() {
        return locked(() -> grid().rows());
    }

    private Grid grid() {
        return interpreter.screen().grid();
    }

    /** How many lines lie above the screen. A program that has the whole screen for itself has none. */
    public int above() {
        return locked(() -> interpreter.isAlternate() ? 0 : scrollback.size());
    }

    /** Which line of the text the screen begins with; counted as of {@link TerminalView#first}. */
    public long top() {
        return locked(() -> scrollback.dropped() + above());
    }

    /** How often the guest has rung the bell. */
    public int bells() {
        return locked(interpreter::bells);
    }

    /** @param up how many lines above the present ones; at most {@link #above} */
    public TerminalView look(int up) {
        return locked(() -> lookLocked(up));
    }

    private TerminalView lookLocked(int up) {
        Screen screen = interpreter.screen();
        int above = above();
        int back = Math.max(0, Math.min(up, above));
        List<Line> past = back == 0 ? List.of() : scrollback.all();
        int rows = screen.grid().rows();
        List<TerminalView.Row> seen = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            int at = above - back + row;
            Line line = at < above ? past.get(at) : screen.grid().line(at - above);
            seen.add(new TerminalView.Row(line.copy()));
        }
        int cursorRow = screen.cursor().row() + back;
        boolean shown = interpreter.modes().showsCursor && cursorRow < rows;
        return new TerminalView(
                seen,
                scrollback.dropped() + above - back,
                shown ? cursorRow : -1,
                screen.cursor().column(),
                interpreter.modes().inverse);
    }

    /** The text from one place to another, that one not included; lines are counted as of {@link TerminalView#first}. */
    public String text(long fromLine, int fromColumn, long toLine, int toColumn) {
        return locked(() -> textLocked(fromLine, fromColumn, toLine, toColumn));
    }

    private String textLocked(long fromLine, int fromColumn, long toLine, int toColumn) {
        List<Line> all = above() == 0 ? new ArrayList<>() : scrollback.all();
        for (int row = 0; row < rows(); row++) {
            all.add(interpreter.screen().grid().line(row));
        }
        long first = scrollback.dropped() + (above() == 0 ? scrollback.size() : 0);
        StringBuilder text = new StringBuilder();
        for (long at = Math.max(fromLine, first); at <= Math.min(toLine, first + all.size() - 1); at++) {
            Line line = all.get((int) (at - first));
            int from = at == fromLine ? Math.min(fromColumn, line.columns()) : 0;
            text.append(line.text(from, at == toLine ? Math.max(toColumn, from) : line.columns()));
            if (at < toLine && !line.isWrapped()) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** What a key sends. */
    public byte[] key(Key key, boolean shift, boolean alt, boolean control) {
        return locked(() -> keys.bytes(key, shift, alt, control));
    }

    /** What text sends that is pasted: control characters but tabs and line ends are left out, so that nothing is typed that was not seen. */
    public byte[] paste(String text) {
        return locked(() -> keys.paste(text));
    }
}
