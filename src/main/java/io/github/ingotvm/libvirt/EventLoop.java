package io.github.ingotvm.libvirt;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.virError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libvirt's event loop: one thread for the whole process, started before the first connection. Not libvirt's default one: that lives on
 * GLib's default context, which is GTK's, too, so that the window's work would be done on libvirt's thread or libvirt's on the window's.
 */
final class EventLoop {
    private static final Logger LOG = LoggerFactory.getLogger("libvirt");

    /** Held here, or the JVM would collect what C still calls. */
    private static final Libvirt.VirErrorCallback ERRORS = EventLoop::log;

    private static @Nullable PollLoop loop;

    private EventLoop() {}

    /** Idempotent. A {@link LinkageError} where libvirt is not installed. */
    static synchronized void ensureRunning() {
        if (loop != null) {
            return;
        }
        Virt.X.virSetErrorFunc(null, ERRORS);
        Errors.check(Virt.X.virInitialize(), "start libvirt");
        PollLoop started = new PollLoop();
        started.register();
        loop = started;
        Thread thread = new Thread(started::run, "libvirt-event-loop");
        thread.setDaemon(true);
        thread.start();
    }

    /** The caller gets every error as an exception; here it is only not to be lost. */
    private static void log(@Nullable Pointer user, @Nullable virError error) {
        if (error != null && LOG.isDebugEnabled()) {
            LOG.debug("{}", error.message);
        }
    }
}
