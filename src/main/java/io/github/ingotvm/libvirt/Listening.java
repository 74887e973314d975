package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.Tunnel;
import io.github.ingotvm.libvirt.xml.Graphics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Where screens listen that somebody gave a port or a socket file. */
final class Listening {
    /** The way to those on this computer. */
    static final Tunnel HERE = Listening::connect;

    private Listening() {}

    /** As the computer knows it on which the machine runs. */
    static Optional<SocketAddress> place(Graphics screen) {
        return screen.socket().<SocketAddress>map(UnixDomainSocketAddress::of).or(() -> port(screen));
    }

    private static Optional<SocketAddress> port(Graphics screen) {
        if (screen.port() <= 0) {
            return Optional.empty();
        }
        String host = screen.host()
                .filter(h -> !h.equals("0.0.0.0") && !h.equals("::"))
                .orElse("localhost");
        return Optional.of(InetSocketAddress.createUnresolved(host, screen.port()));
    }

    private static ByteChannel connect(SocketAddress place) throws IOException {
        return SocketChannel.open(
                place instanceof InetSocketAddress port
                        ? new InetSocketAddress(port.getHostString(), port.getPort())
                        : place);
    }
}
