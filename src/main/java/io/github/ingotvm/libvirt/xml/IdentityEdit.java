package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.hypervisor.DefinitionEdit.Identity;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Makes a definition another machine's: new names for what must be unique, and nothing kept that two machines cannot have
 * at once (sockets, ports, tap names, labels, log files).
 */
final class IdentityEdit {
    private static final Set<String> CHARACTER_DEVICES = Set.of("serial", "parallel", "console");
    /** Backends that are one thing on the host: a file, a listening socket, a fixed peer. */
    private static final Set<String> SHARED_BACKENDS = Set.of("unix", "file", "tcp", "udp", "pipe", "dev");

    private IdentityEdit() {}

    static void apply(Element domain, Identity identity) {
        domain.removeAttribute("id");
        Xml.demand(domain, "uuid").setTextContent(identity.id().toString());
        Xml.find(domain, "genid").ifPresent(e -> e.setTextContent(identity.genid()));
        sysinfo(domain, identity);
        Xml.remove(domain, "seclabel");
        Xml.find(domain, "devices").ifPresent(devices -> devices(devices, identity));
    }

    private static void devices(Element devices, Identity identity) {
        nics(Xml.children(devices, "interface"), identity.macs());
        for (Element device : Xml.children(devices)) {
            String tag = device.getTagName();
            if (tag.equals("graphics")) {
                graphics(device);
            } else if (tag.equals("channel")) {
                channel(device);
            } else if (tag.equals("vsock")) {
                vsock(device);
            } else if (CHARACTER_DEVICES.contains(tag)) {
                characterDevice(device);
            }
        }
        for (Element disk : Xml.children(devices, "disk")) {
            Xml.find(disk, "source").ifPresent(source -> Xml.remove(source, "seclabel"));
        }
    }

    private static void nics(List<Element> nics, List<String> macs) {
        if (nics.size() != macs.size()) {
            throw Xml.invalid(
                    "The machine has " + nics.size() + " network cards, but " + macs.size() + " addresses were given.",
                    null);
        }
        for (int i = 0; i < nics.size(); i++) {
            Element nic = nics.get(i);
            Xml.demand(nic, "mac").setAttribute("address", macs.get(i));
            Xml.remove(nic, "target"); // the tap device's name on the host
            Xml.find(nic, "virtualport", "parameters").ifPresent(p -> {
                p.removeAttribute("interfaceid");
                p.removeAttribute("instanceid");
            });
            Xml.find(nic, "source").ifPresent(s -> s.removeAttribute("portid"));
        }
    }

    /** libvirt refuses a definition whose SMBIOS says another UUID. */
    private static void sysinfo(Element domain, Identity identity) {
        for (Element sysinfo : Xml.children(domain, "sysinfo")) {
            Xml.find(sysinfo, "system").stream()
                    .flatMap(system -> Xml.children(system, "entry").stream())
                    .filter(entry -> "uuid".equals(entry.getAttribute("name")))
                    .forEach(entry -> entry.setTextContent(identity.id().toString()));
        }
    }

    private static void graphics(Element graphics) {
        graphics.removeAttribute("socket");
        if (graphics.hasAttribute("port") || graphics.hasAttribute("tlsPort")) {
            graphics.setAttribute("port", "-1");
            graphics.setAttribute("autoport", "yes");
        }
        graphics.removeAttribute("tlsPort");
        graphics.removeAttribute("websocket");
        Xml.children(graphics, "listen").forEach(listen -> listen.removeAttribute("socket"));
    }

    /** Without a source libvirt makes up a socket of the machine's own. */
    private static void channel(Element channel) {
        Xml.remove(channel, "log");
        if ("unix".equals(channel.getAttribute("type"))) {
            Xml.remove(channel, "source");
        }
    }

    private static void characterDevice(Element device) {
        Xml.remove(device, "log");
        device.removeAttribute("tty");
        if (SHARED_BACKENDS.contains(device.getAttribute("type"))) {
            device.setAttribute("type", "pty");
            Xml.remove(device, "source", "protocol");
        } else if ("pty".equals(device.getAttribute("type"))) {
            Xml.remove(device, "source");
        }
    }

    private static void vsock(Element vsock) {
        Element cid = Xml.demand(vsock, "cid");
        cid.setAttribute("auto", "yes");
        cid.removeAttribute("address");
    }
}
