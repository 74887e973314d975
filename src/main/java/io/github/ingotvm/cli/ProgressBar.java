package io.github.ingotvm.cli;

import io.github.ingotvm.model.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Progress on the last line of the screen, gone when closed. Where nobody watches it shows nothing. */
final class ProgressBar implements Progress, AutoCloseable {
    private static final int CELLS = 24;
    private static final long REFRESH_NANOS = 50_000_000;

    private final PrintStream err;
    private final boolean shown;
    private final Cancellation cancellation;
    private String last = "";
    private long lastDrawn;

    ProgressBar(Terminal terminal, Cancellation cancellation) {
        this.err = terminal.err();
        this.shown = terminal.showsProgress();
        this.cancellation = cancellation;
    }

    @Override
    public synchronized void report(double fraction, String doing) {
        long now = System.nanoTime();
        boolean tooSoon = !last.isEmpty() && now - lastDrawn < REFRESH_NANOS && fraction < 1;
        if (!shown || tooSoon) {
            return;
        }
        String line = fraction < 0 ? "…  " + text(doing) : bar(Math.min(1, fraction)) + "  " + text(doing);
        if (!line.equals(last)) {
            err.print("\r\u001b[K" + line);
            err.flush();
            last = line;
            lastDrawn = now;
        }
    }

    private static String text(String doing) {
        return Width.cut(Width.safe(doing), 48);
    }

    private static String bar(double fraction) {
        int full = (int) (fraction * CELLS);
        return "█".repeat(full) + "░".repeat(CELLS - full) + String.format(Locale.ROOT, " %3.0f %%", fraction * 100);
    }

    @Override
    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    @Override
    public synchronized void close() {
        if (!last.isEmpty()) {
            err.print("\r\u001b[K");
            err.flush();
            last = "";
        }
    }
}
