package io.github.ingotvm.ui;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Progress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Copies of disks that take as long as a test wants: full copies on the host in memory would be over at once. */
final class HeldCopies {
    private static final long LOOK_MILLIS = 10;

    private boolean held;
    private boolean reading;

    synchronized void hold() {
        held = true;
    }

    /** The same of files that are read through. */
    synchronized void holdReading() {
        reading = true;
    }

    synchronized void letGo() {
        held = false;
        reading = false;
        notifyAll();
    }

    Volumes around(Volumes target) {
        return (Volumes) Proxy.newProxyInstance(
                Volumes.class.getClassLoader(), new Class<?>[] {Volumes.class}, (self, method, args) -> {
                    if (method.getName().equals("copy")) {
                        await((Progress) args[3]);
                    }
                    if (method.getName().equals("digest")) {
                        awaitReading((Progress) args[1]);
                    }
                    try {
                        return method.invoke(target, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private synchronized void await(Progress progress) throws InterruptedException {
        while (held && !progress.isCancelled()) {
            progress.report(0.3, "Copying");
            wait(LOOK_MILLIS);
        }
    }

    private synchronized void awaitReading(Progress progress) throws InterruptedException {
        while (reading && !progress.isCancelled()) {
            progress.report(0.4, "Reading");
            wait(LOOK_MILLIS);
        }
    }
}
