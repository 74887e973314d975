package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting that ends as soon as the user no longer wants it. */
final class Waiting {
    static final long STEP_MILLIS = 100;

    private Waiting() {}

    static void briefly() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** What the future gives; it is cancelled when the user cancels or the time is over. */
    static <T> T value(CompletableFuture<T> future, Duration patience, Progress progress) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                progress.check();
                try {
                    return future.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (System.nanoTime() > end) {
                        throw new HttpTimeoutException("no answer");
                    }
                }
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            future.cancel(true);
        }
    }

    static IngotException interrupted() {
        Thread.currentThread().interrupt();
        return new IngotException(Kind.CANCELLED, "Cancelled.");
    }
}
