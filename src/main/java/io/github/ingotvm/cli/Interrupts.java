package io.github.ingotvm.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Turns Ctrl+C (and a polite kill) into a cancellation: the process ends once the work under way has been taken back, with the
 * exit code that the JVM gives for the signal, 130 for Ctrl+C.
 */
final class Interrupts {
    private static final long PATIENCE_SECONDS = 30;

    private Interrupts() {}

    static int cancelling(Cancellation cancellation, IntSupplier work) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> await(cancellation, done), "cancel");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.getAsInt();
        } finally {
            done.countDown();
        }
    }

    private static void await(Cancellation cancellation, CountDownLatch done) {
        if (done.getCount() == 0) {
            return;
        }
        cancellation.cancel();
        try {
            boolean ended = cancellation.isIdle() || done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                System.err.println("ingot: The work does not stop; `ingot check` shows what may be left of it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
