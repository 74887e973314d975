package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the clipboard of machines whose screen somebody looks at, for just as long: while its channel is plugged in, other tools
 * may be unable to save a machine's memory. On a thread of its own: no screen waits for it.
 */
final class ClipboardShare implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClipboardShare.class);
    private static final long IDLE_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 5;

    private final Consoles consoles;
    private final ThreadPoolExecutor thread;
    /** How many look at each; known to {@link #thread} alone. */
    private final Map<MachineId, Integer> lookers = new HashMap<>();
    /** Those that were plugged in here; likewise. */
    private final Set<MachineId> ours = new HashSet<>();

    ClipboardShare(Consoles consoles) {
        this.consoles = consoles;
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
    void opened(MachineId id) {
        thread.execute(() -> {
            lookers.merge(id, 1, Integer::sum);
            quietly(id, () -> {
                if (consoles.plugClipboard(id)) {
                    ours.add(id);
                }
            });
        });
    }

    /** The same one closed it. */
    void closed(MachineId id) {
        if (thread.isShutdown()) {
            return; // as all were when that began
        }
        thread.execute(() -> {
            lookers.computeIfPresent(id, (key, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
            if (!lookers.containsKey(id) && ours.remove(id)) {
                quietly(id, () -> consoles.unplugClipboard(id));
            }
        });
    }

    /** A clipboard that is not shared is no reason to trouble anyone. */
    private static void quietly(MachineId id, Runnable work) {
        try {
            work.run();
        } catch (IngotException e) {
            LOG.debug("The clipboard of {} stays as it is", id, e);
        }
    }

    /** Ends the sharing that was begun here. */
    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(() -> Set.copyOf(ours).forEach(id -> quietly(id, () -> consoles.unplugClipboard(id))));
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
