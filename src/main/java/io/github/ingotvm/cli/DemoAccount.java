package io.github.ingotvm.cli;

import java.time.Duration;
import java.util.function.Supplier;

/** Tells the demo step by step, with the time each took. */
final class DemoAccount {
    private static final int TEXT_WIDTH = 58;
    private static final int TIME_WIDTH = 10;

    private final Session session;
    private int steps;

    DemoAccount(Session session) {
        this.session = session;
    }

    /**
     * Does one step.
     *
     * @param work gives what is worth saying about its outcome; empty when it goes without saying
     */
    void step(String text, Supplier<String> work) {
        steps++;
        long began = System.nanoTime();
        String outcome;
        try (ProgressBar progress = session.progress()) {
            progress.report(-1, text);
            outcome = work.get();
        }
        String time = Times.text(Duration.ofNanos(System.nanoTime() - began));
        boolean colours = session.terminal().hasColours();
        String line = Style.DIM.paint(Width.padLeft(Integer.toString(steps), 2), colours)
                + "  "
                + Width.pad(Width.safe(text), TEXT_WIDTH)
                + Style.DIM.paint(Width.padLeft(time, TIME_WIDTH), colours)
                + "  "
                + Style.GOLD.paint(Width.safe(outcome), colours);
        session.terminal().out().println(line.stripTrailing());
        session.terminal().out().flush();
    }
}
