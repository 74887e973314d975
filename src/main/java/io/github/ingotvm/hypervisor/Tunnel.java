package io.github.ingotvm.hypervisor;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ByteChannel;

/**
 * A way to where a screen listens, on the computer that a connection leads to.
 *
 * <p>On this computer libvirt hands over an open socket, and no tunnel is needed. Descriptors do not travel to another computer. There a
 * screen must be reached where it listens, which for a screen that is made with care is a socket file or a port for that computer alone:
 * what goes over the protocol is not encrypted, and its passwords are eight signs long. So its bytes go through whatever brings
 * libvirt's own, as an SSH connection.
 */
@FunctionalInterface
public interface Tunnel {
    /**
     * Opens a way.
     *
     * @param place a socket file or a port, as the other computer knows it; the name of a host is not resolved
     * @return a channel as {@link Consoles.Display.Direct} has it
     * @throws IOException when nobody listens there, or the way is barred
     */
    ByteChannel open(SocketAddress place) throws IOException;
}
