package io.github.ingotvm.service.work;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that {@link TaskScope tasks} run on. They end when there has been nothing to do for a while. */
public final class Helpers {
    /** libvirt works on five calls of a client at a time: one is left for everything else. */
    private static final int MOST = 4;

    private static final int LEAST = 2;
    private static final int IDLE_SECONDS = 5;

    private Helpers() {}

    /** As many as this computer can use: each waits for a process on the hypervisor's host, which most often is this one. */
    public static Executor threads() {
        int count = Math.max(LEAST, Math.min(MOST, Runtime.getRuntime().availableProcessors()));
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "ingot-helper");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
