package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.HypervisorEvent.ConnectionLost;
import io.github.ingotvm.model.HypervisorEvent.ConnectionRestored;
import io.github.ingotvm.model.HypervisorEvent.MachineChanged;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to libvirt: opens it, notices when it breaks, and opens it again. */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int UUID_BYTES = 16;
    private static final long FIRST_DELAY_MS = 100;
    private static final long LONGEST_DELAY_MS = 5_000;

    private final ConnectionUri uri;
    private final EventHub hub;
    private final Virt.DomainEvent onDomain = this::happened;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "libvirt-keeper");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Link link;
    private volatile boolean closed;

    private Connection(ConnectionUri uri, EventHub hub) {
        this.uri = uri;
        this.hub = hub;
    }

    static Connection open(ConnectionUri uri, EventHub hub) {
        Connection connection = new Connection(uri, hub);
        try {
            EventLoop.ensureRunning();
            connection.link = connection.connect();
        } catch (LinkageError e) {
            connection.close();
            throw new HypervisorException(
                    Kind.DISCONNECTED,
                    "libvirt is not installed; install it (on Debian and Ubuntu: libvirt-daemon libvirt-clients, on Fedora: libvirt).",
                    e);
        } catch (HypervisorException e) {
            connection.close();
            throw noAnswer(uri, e);
        }
        return connection;
    }

    ConnectionUri uri() {
        return uri;
    }

    /** The open connection. {@code DISCONNECTED} while there is none. */
    Link link() {
        Link now = link;
        if (now == null || !now.isOpen()) {
            throw new HypervisorException(
                    Kind.DISCONNECTED,
                    closed
                            ? "The connection to " + uri.text() + " was closed; open it again."
                            : "The connection to " + uri.text() + " is lost; Ingot connects again by itself.");
        }
        return now;
    }

    Handle<ConnectionPointer> lease() {
        Link now = link();
        try {
            return now.lease();
        } catch (IllegalStateException closedMeanwhile) {
            throw new HypervisorException(
                    Kind.DISCONNECTED,
                    "The connection to " + uri.text() + " is lost; Ingot connects again by itself.",
                    closedMeanwhile);
        }
    }

    @Override
    public void close() {
        closed = true;
        keeper.shutdownNow();
        Link now = link;
        link = null;
        if (now != null) {
            now.close();
        }
    }

    private Link connect() {
        Link[] self = new Link[1];
        Link opened = Link.open(uri.text(), onDomain, reason -> later(() -> lost(self[0], reason), 0));
        self[0] = opened;
        return opened;
    }

    /** On the event loop: the domain's UUID is read from its object, which asks nobody. */
    private void happened(ConnectionPointer connection, DomainPointer domain) {
        byte[] bytes = new byte[UUID_BYTES];
        if (Virt.X.virDomainGetUUID(domain, bytes) == 0) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            hub.publish(new MachineChanged(new MachineId(new UUID(buffer.getLong(), buffer.getLong()))));
        }
    }

    private void lost(@Nullable Link broken, int reason) {
        if (closed || broken == null || broken != link) {
            return;
        }
        LOG.info("Connection to {} lost, reason {}", uri.text(), reason);
        link = null;
        broken.close();
        hub.publish(new ConnectionLost("libvirt at " + uri.text() + " went away."));
        later(() -> restore(FIRST_DELAY_MS), FIRST_DELAY_MS);
    }

    private void restore(long delay) {
        try {
            link = connect();
        } catch (HypervisorException e) {
            long next = Math.min(delay * 2, LONGEST_DELAY_MS);
            later(() -> restore(next), next);
            return;
        }
        if (closed) {
            close();
            return;
        }
        LOG.info("Connection to {} is back", uri.text());
        hub.publish(new ConnectionRestored());
    }

    private void later(Runnable task, long delay) {
        try {
            Future<?> unused = keeper.schedule(() -> guarded(task), delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Connection closed meanwhile");
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("Keeping the connection failed", e);
        }
    }

    private static HypervisorException noAnswer(ConnectionUri uri, HypervisorException e) {
        if (e.kind() == Kind.DENIED) {
            return new HypervisorException(
                    Kind.DENIED,
                    "libvirt at " + uri.text()
                            + " does not let you in; join its group (usually “libvirt”) or use qemu:///session.",
                    e);
        }
        return new HypervisorException(
                Kind.DISCONNECTED,
                "No libvirt answers at " + uri.text()
                        + "; start its daemon or install it (packages libvirt-daemon and qemu-system-x86, on Fedora libvirt and qemu-kvm).",
                e);
    }
}
