package io.github.ingotvm.download;

import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a server sends, taken piece by piece. Waiting for the next piece ends when the user cancels or the server has been silent for
 * too long; a stream would block.
 */
final class Inflow implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private final BlockingQueue<Arrival> queue = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;

    /** Pieces, or the end, or what went wrong. */
    private sealed interface Arrival {
        record Pieces(List<ByteBuffer> buffers) implements Arrival {}

        record End() implements Arrival {}

        record Failure(Throwable cause) implements Arrival {}
    }

    @Override
    public void onSubscribe(Flow.Subscription fresh) {
        subscription = fresh;
        if (closed) {
            fresh.cancel();
        } else {
            fresh.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        queue.add(new Arrival.Pieces(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        queue.add(new Arrival.Failure(cause));
    }

    @Override
    public void onComplete() {
        queue.add(new Arrival.End());
    }

    /** The next pieces; empty at the end. */
    Optional<List<ByteBuffer>> next(Duration silence, Progress progress) throws IOException {
        long end = System.nanoTime() + silence.toNanos();
        while (true) {
            progress.check();
            Arrival arrival = poll();
            if (arrival instanceof Arrival.Pieces pieces) {
                Flow.Subscription open = subscription;
                if (open != null) {
                    open.request(1);
                }
                return Optional.of(pieces.buffers);
            } else if (arrival instanceof Arrival.End) {
                return Optional.empty();
            } else if (arrival instanceof Arrival.Failure failure) {
                throw failure.cause instanceof IOException io ? io : new IOException(failure.cause);
            } else if (System.nanoTime() > end) {
                throw new HttpTimeoutException("silence");
            }
        }
    }

    private @Nullable Arrival poll() {
        try {
            return queue.poll(Waiting.STEP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Waiting.interrupted();
        }
    }

    /** Wants no more of it. */
    @Override
    public void close() {
        closed = true;
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }
}
