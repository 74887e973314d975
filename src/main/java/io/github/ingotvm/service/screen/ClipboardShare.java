package io.github.ingotvm.service.screen;

import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the clipboard of machines whose screen somebody looks at, for just as long: while its channel is plugged in, other tools
 * may be unable to save a machine's memory. On a thread of its own: no screen waits for it.
 */
public final class ClipboardShare implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClipboardShare.class);
    private static final long IDLE_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 5;

    private final Consoles consoles;
    private final ThreadPoolExecutor thread;
    /** Among the Ingots of this user; known to {@link #thread} alone. */
    private final Lookers lookers;
    /** How many look at each in this one; likewise. */
    private final Map<MachineId, Integer> here = new HashMap<>();

    /** @param folder where Ingots of this user, on the same connection, tell each other at what they look */
    public ClipboardShare(Consoles consoles, Path folder) {
        this.consoles = consoles;
        this.lookers = new Lookers(folder);
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ClipboardShare::daemon);
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread made = new Thread(work, "clipboard");
        made.setDaemon(true);
        return made;
    }

    /** Somebody opened the machine's screen. */
    public void opened(MachineId id) {
        thread.execute(() -> {
            here.merge(id, 1, Integer::sum);
            quietly(id, () -> lookers.enter(id, () -> consoles.plugClipboard(id)));
        });
    }

    /** The same one closed it. */
    public void closed(MachineId id) {
        if (thread.isShutdown()) {
            return; // as all were when that began
        }
        thread.execute(() -> {
            here.computeIfPresent(id, (key, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
            if (!here.containsKey(id)) {
                leave(id);
            }
        });
    }

    private void leave(MachineId id) {
        quietly(id, () -> lookers.leave(id, () -> consoles.unplugClipboard(id)));
    }

    /** A clipboard that is not shared is no reason to trouble anyone. */
    private static void quietly(MachineId id, Runnable work) {
        try {
            work.run();
        } catch (IngotException | UncheckedIOException e) {
            LOG.debug("The clipboard of {} stays as it is", id, e);
        }
    }

    /** Looks at nothing any more. */
    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(() -> here.keySet().forEach(this::leave));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Some clipboards are still shared");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
