package io.github.ingotvm.bench.console;

import io.github.ingotvm.console.ConsoleException;
import io.github.ingotvm.console.Encoding;
import io.github.ingotvm.console.Limits;
import io.github.ingotvm.console.Options;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.console.ScreenListener;
import io.github.ingotvm.console.Transport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Somebody who looks through Ingot's own client, and takes each frame into a picture of his own as the window does. */
final class Watcher implements ScreenListener, AutoCloseable {
    private static final int PATIENCE = 30;

    private final Counting wire;
    private final Semaphore frames = new Semaphore(0);
    private final int[] picture = new int[Painter.WIDTH * Painter.HEIGHT];
    private final RfbClient client;
    private long updates;
    private volatile Optional<ConsoleException> broken = Optional.empty();

    Watcher(Transport transport, List<Encoding> encodings) {
        this.wire = new Counting(transport);
        this.client = RfbClient.open(wire, new Options(Optional.empty(), encodings, Limits.USUAL), this);
    }

    @Override
    public void frameReady() {
        frames.release();
    }

    @Override
    public void ended(Optional<ConsoleException> why) {
        broken = why;
        frames.release(); // nobody waits for a frame that will not come
    }

    /** Waits for the next frame and takes it. Gives whether one came in this time. */
    boolean next(long millis) throws InterruptedException {
        if (!frames.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        if (broken.isPresent()) {
            throw new IllegalStateException("the screen that is measured broke", broken.get());
        }
        client.take((width, height, argb, dirty) -> {
            for (int y = dirty.y(); y < dirty.y() + dirty.height(); y++) {
                int at = y * width + dirty.x();
                if (at + dirty.width() <= picture.length) {
                    System.arraycopy(argb, at, picture, at, dirty.width());
                }
            }
        });
        updates++;
        return true;
    }

    /** Presses a key of the guest's. */
    void key(char key) {
        client.key(key, true);
        client.key(key, false);
    }

    /** Asks for a picture and waits until the guest has counted one more. */
    void ask(char key) throws InterruptedException {
        int before = shown();
        key(key);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (shown() != ((before + 1) & 0xFF)) {
            if (!next(1000) && System.nanoTime() > end) {
                throw new IllegalStateException("the guest does not answer '" + key + "'");
            }
        }
    }

    /** How many pictures the guest has counted, as seen here. */
    int shown() {
        return picture[0] & 0xFF;
    }

    /** Takes what still comes, until nothing does for this time. */
    void settle(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (next(millis)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the guest goes on painting");
            }
        }
    }

    long bytes() {
        return wire.bytes();
    }

    long updates() {
        return updates;
    }

    @Override
    public void close() {
        client.close();
    }
}
