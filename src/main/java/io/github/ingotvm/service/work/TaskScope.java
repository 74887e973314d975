package io.github.ingotvm.service.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work beside the caller's own that never outlives it: leaving the scope waits for what was begun and drops what was not. So all of it is
 * under the locks that the caller holds, and what it made is known when it is cleaned up. A task may not open a scope itself: it would
 * wait for its own place.
 */
public final class TaskScope implements AutoCloseable {
    private final Executor executor;
    private final List<CompletableFuture<?>> tasks = new ArrayList<>();
    private volatile boolean left;

    public TaskScope(Executor executor) {
        this.executor = executor;
    }

    /** What a task gives. */
    public interface Task<T> {
        /** Waits for it. Throws what the task threw. */
        T get();
    }

    public <T> Task<T> begin(Supplier<T> work) {
        CompletableFuture<T> task = CompletableFuture.supplyAsync(() -> run(work), executor);
        tasks.add(task);
        return () -> await(task);
    }

    private <T> T run(Supplier<T> work) {
        if (left) {
            throw new CancellationException("left before it began");
        }
        return work.get();
    }

    private static <T> T await(CompletableFuture<T> task) {
        try {
            return task.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        left = true;
        tasks.forEach(task -> task.handle((result, failure) -> true).join());
    }
}
