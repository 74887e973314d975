package io.github.ingotvm.libvirt;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Linux's {@code epoll(7)}. What is watched can be changed by any thread while another one waits, and takes effect at once without waking
 * it: libvirt changes it twice for each of its calls.
 */
final class Epoll {
    private static final Logger LOG = LoggerFactory.getLogger(Epoll.class);
    private static final int CLOEXEC = 0x80000;
    private static final int ADD = 1;
    private static final int DELETE = 2;
    private static final int MODIFY = 3;
    private static final int MOST = 32;

    /** On x86 the kernel's structure is packed. */
    private static final int DATA = Platform.isIntel() ? 4 : 8;

    private static final int EVENT = DATA + Long.BYTES;

    private final int epoll = Libc.X.epoll_create1(CLOEXEC);
    private final Memory event = new Memory(EVENT);
    private final Memory happened = new Memory((long) MOST * EVENT);

    /** Somebody to be told. */
    interface Listener {
        /** @param events as the kernel calls them */
        void happened(long key, int events);
    }

    void add(int fd, int events, long key) {
        control(ADD, fd, events, key);
    }

    void modify(int fd, int events, long key) {
        control(MODIFY, fd, events, key);
    }

    void delete(int fd) {
        control(DELETE, fd, 0, 0);
    }

    private synchronized void control(int operation, int fd, int events, long key) {
        event.setInt(0, events);
        event.setLong(DATA, key);
        try {
            Libc.X.epoll_ctl(epoll, operation, fd, event);
        } catch (LastErrorException e) {
            LOG.warn("Descriptor {} cannot be watched", fd, e);
        }
    }

    /** Waits for something to happen and tells it. For one thread alone. Gives a negative number when it could not wait. */
    int await(int milliseconds, Listener listener) {
        int count = Libc.X.epoll_wait(epoll, happened, MOST, milliseconds);
        for (int i = 0; i < count; i++) {
            long at = (long) i * EVENT;
            listener.happened(happened.getLong(at + DATA), happened.getInt(at));
        }
        return count;
    }
}
