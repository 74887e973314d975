package io.github.ingotvm.libvirt;

import com.sun.jna.Pointer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.virError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** libvirt's event loop: one thread for the whole process, started before the first connection. */
final class EventLoop {
    private static final Logger LOG = LoggerFactory.getLogger("libvirt");

    /** Held here, or the JVM would collect what C still calls. */
    private static final Libvirt.VirErrorCallback ERRORS = EventLoop::log;

    private static boolean started;

    private EventLoop() {}

    /** Idempotent. A {@link LinkageError} where libvirt is not installed. */
    static synchronized void ensureRunning() {
        if (started) {
            return;
        }
        Virt.X.virSetErrorFunc(null, ERRORS);
        Errors.check(Virt.X.virInitialize(), "start libvirt");
        Errors.check(Virt.X.virEventRegisterDefaultImpl(), "start libvirt's event loop");
        Thread thread = new Thread(EventLoop::run, "libvirt-event-loop");
        thread.setDaemon(true);
        thread.start();
        started = true;
    }

    private static void run() {
        while (true) {
            if (Virt.X.virEventRunDefaultImpl() < 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100)); // an error that persists must not spin
            }
        }
    }

    /** The caller gets every error as an exception; here it is only not to be lost. */
    private static void log(@Nullable Pointer user, @Nullable virError error) {
        if (error != null && LOG.isDebugEnabled()) {
            LOG.debug("{}", error.message);
        }
    }
}
