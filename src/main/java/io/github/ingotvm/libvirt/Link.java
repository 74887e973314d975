package io.github.ingotvm.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.Libvirt;

/** One open connection to libvirt, from its opening to its end. */
final class Link {
    private static final int LIFECYCLE = 0;
    private static final int REBOOT = 1;
    private static final int METADATA_CHANGE = 23;
    private static final int KEEPALIVE_SECONDS = 5;
    private static final int KEEPALIVE_MISSES = 3;

    private final ConnectionPointer pointer;
    private final Virt.DomainEvent onDomain; // held: C calls it
    private final Libvirt.VirConnectCloseFunc onClose; // held: C calls it
    private final List<Integer> registrations = new ArrayList<>();
    private boolean open = true;

    private Link(ConnectionPointer pointer, Virt.DomainEvent onDomain, Consumer<Integer> onEnd) {
        this.pointer = pointer;
        this.onDomain = onDomain;
        this.onClose = (connection, reason, opaque) -> onEnd.accept(reason);
    }

    /**
     * @param onEnd gets libvirt's reason when the connection breaks; called on the event loop, where libvirt must not be called
     */
    static Link open(String uri, Virt.DomainEvent onDomain, Consumer<Integer> onEnd) {
        ConnectionPointer pointer = Errors.check(Virt.X.virConnectOpen(uri), "connect to " + uri);
        Link link = new Link(pointer, onDomain, onEnd);
        link.register();
        return link;
    }

    private void register() {
        Virt.X.virConnectSetKeepAlive(pointer, KEEPALIVE_SECONDS, KEEPALIVE_MISSES);
        Virt.X.virConnectRegisterCloseCallback(pointer, onClose, null, null);
        for (int event : new int[] {LIFECYCLE, REBOOT, METADATA_CHANGE}) {
            int id = Virt.X.virConnectDomainEventRegisterAny(pointer, null, event, onDomain, null, null);
            if (id >= 0) { // a driver without events still serves
                registrations.add(id);
            }
        }
    }

    /** A counted reference: the connection stays open at least until it is given back. */
    synchronized Handle<ConnectionPointer> lease() {
        if (!open) {
            throw new IllegalStateException("closed");
        }
        Virt.X.virConnectRef(pointer);
        return new Handle<>(pointer, Virt.X::virConnectClose);
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** Gives up this connection; those who lease it may finish. Idempotent. */
    synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        registrations.forEach(id -> Virt.X.virConnectDomainEventDeregisterAny(pointer, id));
        Virt.X.virConnectUnregisterCloseCallback(pointer, onClose);
        Virt.X.virConnectClose(pointer);
    }
}
