package io.github.ingotvm.libvirt;

import com.sun.jna.Pointer;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Power.SerialLine;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.StreamPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A domain's first serial port on a stream. The stream does not block: the event loop tells of bytes, takes them over
 * (which asks nobody, so it is allowed there), and a thread of the line's own hands them on.
 */
final class SerialConsole implements SerialLine {
    private static final Logger LOG = LoggerFactory.getLogger(SerialConsole.class);
    private static final int NONBLOCK = 1;
    private static final int FORCE = 1;
    private static final int READABLE = 1;
    private static final int ERROR = 4;
    private static final int HANGUP = 8;
    private static final int WOULD_BLOCK = -2;
    private static final int BUFFER = 64 * 1024;
    private static final int MOST_WAITING = 1024 * 1024;
    private static final long SEND_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final StreamPointer stream;
    private final String name;
    private final Consumer<byte[]> sink;
    private final Libvirt.VirStreamEventCallback onEvent = this::happened; // held: C calls it
    private final byte[] buffer = new byte[BUFFER];
    private final ExecutorService reader;
    private boolean open = true;
    /** Bytes taken over that the reader has not seen yet. */
    private int waiting;

    private SerialConsole(StreamPointer stream, String name, Consumer<byte[]> sink) {
        this.stream = stream;
        this.name = name;
        this.sink = sink;
        this.reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "serial " + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    static SerialConsole open(ConnectionPointer connection, Dom dom, Consumer<byte[]> sink) {
        StreamPointer stream = Errors.check(Virt.X.virStreamNew(connection, NONBLOCK), "open a stream");
        if (Virt.X.virDomainOpenConsole(dom.pointer(), null, stream, FORCE) < 0) {
            HypervisorException e = dom.failure("open the serial port of");
            Virt.X.virStreamFree(stream);
            throw e;
        }
        SerialConsole console = new SerialConsole(stream, dom.name(), sink);
        if (Virt.X.virStreamEventAddCallback(stream, READABLE | ERROR | HANGUP, console.onEvent, null, null) < 0) {
            HypervisorException e = dom.failure("listen to the serial port of");
            console.close();
            throw e;
        }
        return console;
    }

    @Override
    public void send(byte[] bytes) {
        long deadline = System.nanoTime() + SEND_PATIENCE_NANOS;
        int sent = 0;
        while (sent < bytes.length) {
            int n = sendSome(Arrays.copyOfRange(bytes, sent, bytes.length));
            if (n == WOULD_BLOCK && System.nanoTime() < deadline) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            } else if (n < 0) {
                throw new HypervisorException(
                        Kind.FAILED, "The serial port of “" + name + "” does not take what is sent; open it again.");
            } else {
                sent += n;
            }
        }
    }

    private synchronized int sendSome(byte[] bytes) {
        if (!open) {
            throw new HypervisorException(
                    Kind.WRONG_STATE, "The serial port of “" + name + "” is closed; open it again.");
        }
        return Virt.X.virStreamSend(stream, bytes, bytes.length);
    }

    @Override
    public synchronized boolean isOpen() {
        return open;
    }

    @Override
    public synchronized void close() {
        end();
    }

    private synchronized void happened(StreamPointer st, int events, @Nullable Pointer opaque) {
        while (open) {
            if (waiting > MOST_WAITING) {
                listen(ERROR | HANGUP); // until the reader has caught up; meanwhile the guest has to wait
                return;
            }
            int n = Virt.X.virStreamRecv(stream, buffer, buffer.length);
            if (n > 0) {
                deliver(Arrays.copyOf(buffer, n));
            } else if (n == WOULD_BLOCK && (events & (ERROR | HANGUP)) == 0) {
                return;
            } else {
                // Ending a stream talks to the daemon, which this thread may not wait for.
                submit(this::close);
                return;
            }
        }
    }

    private void deliver(byte[] bytes) {
        waiting += bytes.length;
        submit(() -> {
            try {
                sink.accept(bytes);
            } catch (RuntimeException e) {
                LOG.warn("The reader of the serial port of {} failed", name, e);
            }
            delivered(bytes.length);
        });
    }

    private synchronized void delivered(int bytes) {
        boolean late = waiting > MOST_WAITING;
        waiting -= bytes;
        if (open && late && waiting <= MOST_WAITING) {
            listen(READABLE | ERROR | HANGUP);
        }
    }

    private void listen(int events) {
        if (Virt.X.virStreamEventUpdateCallback(stream, events) < 0) {
            LOG.warn("The serial port of {} may be silent from now on", name);
        }
    }

    private void submit(Runnable task) {
        try {
            reader.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Serial port of {} closed meanwhile", name);
        }
    }

    private void end() {
        if (!open) {
            return;
        }
        open = false;
        Virt.X.virStreamEventRemoveCallback(stream);
        Virt.X.virStreamAbort(stream);
        Virt.X.virStreamFree(stream);
        reader.shutdown();
    }
}
