package io.github.ingotvm.libvirt;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;

/**
 * A connected socket that libvirt gave as a descriptor. Closing it wakes who waits on it; the number itself is given back by the
 * last one who uses it, for it may be another file's a moment later.
 */
final class SocketDescriptor implements ByteChannel {
    private static final int LARGEST = 1 << 16;

    private final int fd;
    /** Outside of the heap: an array would be copied to the call and back each time. */
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(LARGEST);

    private final Object reading = new Object();
    private final Object writing = new Object();
    private int users;
    private boolean open = true;

    SocketDescriptor(int fd) {
        this.fd = fd;
        int flags = Libc.X.fcntl(fd, Libc.F_GETFL);
        Libc.X.fcntl(fd, Libc.F_SETFL, flags & ~Libc.O_NONBLOCK);
    }

    private interface Call {
        long run() throws LastErrorException;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        synchronized (reading) {
            int most = Math.min(target.remaining(), LARGEST);
            incoming.clear();
            int n = (int) use(() -> Libc.X.recv(fd, incoming, most, 0));
            if (n <= 0) {
                return -1;
            }
            target.put(incoming.limit(n));
            return n;
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        synchronized (writing) {
            byte[] some = new byte[Math.min(source.remaining(), LARGEST)];
            source.slice().get(some);
            int n = (int) use(() -> Libc.X.send(fd, some, some.length, Libc.MSG_NOSIGNAL));
            source.position(source.position() + n);
            return n;
        }
    }

    private long use(Call call) throws IOException {
        enter();
        try {
            while (true) {
                try {
                    return call.run();
                } catch (LastErrorException e) {
                    if (e.getErrorCode() != Libc.EINTR) {
                        throw new IOException(e);
                    }
                }
            }
        } finally {
            leave();
        }
    }

    private synchronized void enter() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
        users++;
    }

    private synchronized void leave() {
        users--;
        if (!open && users == 0) {
            Libc.X.close(fd);
        }
    }

    @Override
    public synchronized boolean isOpen() {
        return open;
    }

    @Override
    public synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        Libc.X.shutdown(fd, Libc.SHUT_RDWR);
        if (users == 0) {
            Libc.X.close(fd);
        }
    }
}
