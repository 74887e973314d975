package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work off the window's thread, and brings what comes of it back to that thread. */
public final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final long PATIENCE_SECONDS = 30;

    private final ExecutorService pool = Executors.newCachedThreadPool(daemons("ingot-work"));

    /**
     * Runs work; then one of the two is called on the window's thread.
     *
     * <p>Called on the window's thread; once that has closed this, nothing is begun any more.
     *
     * @param failed gets whatever the work threw, errors of the virtual machine among it: what is unexpected as cause of one that can be shown
     */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<IngotException> failed) {
        if (pool.isShutdown()) {
            LOG.debug("The window is closing; not begun any more");
            return;
        }
        pool.execute(() -> {
            try {
                T result = work.get();
                Platform.runLater(() -> done.accept(result));
            } catch (RuntimeException | Error e) {
                IngotException shown = shown(e);
                Platform.runLater(() -> failed.accept(shown));
            }
        });
    }

    /** Work that gives nothing back. */
    public void run(Runnable work, Runnable done, Consumer<IngotException> failed) {
        run(
                () -> {
                    work.run();
                    return true;
                },
                ignored -> done.run(),
                failed);
    }

    static IngotException shown(Throwable e) {
        if (e instanceof IngotException known) {
            return known;
        }
        LOG.error("Unexpected", e);
        String sentence = e instanceof OutOfMemoryError
                ? "There was too little memory for that; close what you do not need, and try again."
                : "Something unexpected went wrong; the details say what.";
        return new IngotException(Kind.FAILED, sentence, e);
    }

    /** Threads that do not keep Ingot from ending. */
    public static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Takes no more work, and waits for what is under way: a step that has begun is done to its end. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Work is still under way after {} seconds; going without it", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
