package io.github.ingotvm.ui.common;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * What a page reads off the window's thread: when it is shown, and again soon after something happened to a machine. Many events in a
 * row, as when thirty clones are made, are one reading; of two under way the later begun is shown, whichever ends first.
 */
public final class Reading<T> {
    private final MachineStore store;
    private final Tools tools;
    private final Supplier<T> read;
    private final Consumer<T> show;
    private final PauseTransition rest;
    private Runnable unlisten = () -> {};
    private int begun;

    /**
     * @param rest how long to wait for further events
     * @param read called on another thread
     * @param show called on the window's thread with what was read
     */
    public Reading(MachineStore store, Tools tools, Duration rest, Supplier<T> read, Consumer<T> show) {
        this.store = store;
        this.tools = tools;
        this.read = read;
        this.show = show;
        this.rest = new PauseTransition(rest);
        this.rest.setOnFinished(e -> now());
    }

    /** Reads, and goes on doing so until {@link #stop}. */
    public void start() {
        unlisten.run();
        unlisten = store.listen(id -> soon());
        now();
    }

    /** Reads at once. */
    public void now() {
        int mine = ++begun;
        tools.background()
                .run(
                        read,
                        result -> {
                            if (mine == begun) {
                                show.accept(result);
                            }
                        },
                        tools.notices()::error);
    }

    /** Reads once nothing has happened for a moment. */
    public void soon() {
        rest.playFromStart();
    }

    /** Reads no more, and shows nothing of what is still being read. */
    public void stop() {
        begun++;
        rest.stop();
        unlisten.run();
        unlisten = () -> {};
    }
}
