package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Runs work off the window's thread, and brings what comes of it back to that thread. */
public final class Background implements AutoCloseable {
    private final ExecutorService pool = Executors.newCachedThreadPool(daemons("ingot-work"));

    /**
     * Runs work; then one of the two is called on the window's thread.
     *
     * @param failed gets whatever the work threw, unexpected exceptions as cause of one that can be shown
     */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<IngotException> failed) {
        pool.execute(() -> {
            try {
                T result = work.get();
                Platform.runLater(() -> done.accept(result));
            } catch (RuntimeException e) {
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

    static IngotException shown(RuntimeException e) {
        return e instanceof IngotException known
                ? known
                : new IngotException(Kind.FAILED, "Something unexpected went wrong; the details say what.", e);
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

    @Override
    public void close() {
        pool.shutdown();
    }
}
