package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.hypervisor.Consoles.Display.Direct;
import io.github.ingotvm.hypervisor.Consoles.Display.Elsewhere;
import io.github.ingotvm.hypervisor.Consoles.Display.None;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Tunnel;
import io.github.ingotvm.libvirt.xml.Graphics;
import io.github.ingotvm.libvirt.xml.InputXml;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Screens through a descriptor that libvirt hands over: no port and no socket file is open to others. */
final class LibvirtConsoles implements Consoles {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtConsoles.class);
    /** Whoever may ask libvirt for the descriptor needs no password besides. */
    private static final int SKIP_AUTHENTICATION = 1;

    private final Connection connection;
    private final Optional<Tunnel> tunnel;

    /** @param tunnel to the computer on which the machines run; none where that is this one */
    LibvirtConsoles(Connection connection, Optional<Tunnel> tunnel) {
        this.connection = connection;
        this.tunnel = tunnel;
    }

    @Override
    public Display display(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            String name = "“" + dom.name() + "”";
            if (!dom.isActive()) {
                return new None(name + " is off; start it to see its screen.");
            }
            Definition live = new Definition(dom.xml(Dom.XML_SECURE));
            List<Graphics> all = Graphics.of(live);
            Optional<Graphics> vnc =
                    all.stream().filter(g -> g.type().equals("vnc")).findFirst();
            if (vnc.isPresent()) {
                return open(dom, name, vnc.get(), InputXml.hasTablet(live));
            }
            return all.isEmpty()
                    ? new None(name + " has no graphical screen; use its serial port, or add a VNC screen to it.")
                    : new Elsewhere("The screen of " + name + " speaks "
                            + all.get(0).type().toUpperCase(Locale.ROOT) + " and not VNC");
        }
    }

    @Override
    public boolean plugClipboard(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            return ClipboardChannel.plug(dom);
        }
    }

    @Override
    public boolean unplugClipboard(MachineId id) {
        try (Dom dom = Dom.of(connection, id)) {
            return ClipboardChannel.unplug(dom);
        }
    }

    private Display open(Dom dom, String name, Graphics vnc, boolean tablet) {
        if (tunnel.isPresent()) {
            return listening(vnc, tunnel.get(), tablet)
                    .orElseGet(() -> new Elsewhere("The screen of " + name + " cannot be reached from here"));
        }
        if (!connection.uri().isLocal()) {
            return new Elsewhere(name + " runs on another computer");
        }
        int fd = Virt.X.virDomainOpenGraphicsFD(dom.pointer(), vnc.index(), SKIP_AUTHENTICATION);
        if (fd >= 0) {
            return new Direct(new SocketDescriptor(fd), Optional.empty(), tablet);
        }
        HypervisorException refused = dom.failure("open the screen of");
        if (refused.kind() == Kind.DISCONNECTED) {
            throw refused;
        }
        LOG.debug("No descriptor of the screen; trying where it listens", refused);
        return listening(vnc, Listening.HERE, tablet).orElseGet(() -> new None(refused.getMessage()));
    }

    private static Optional<Display> listening(Graphics vnc, Tunnel way, boolean tablet) {
        Optional<SocketAddress> place = Listening.place(vnc);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Direct(way.open(place.get()), vnc.password(), tablet));
        } catch (IOException e) {
            LOG.debug("No screen at {}", place.get(), e);
            return Optional.empty();
        }
    }
}
