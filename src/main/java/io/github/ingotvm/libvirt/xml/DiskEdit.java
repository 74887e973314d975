package io.github.ingotvm.libvirt.xml;

import org.w3c.dom.Element;

/** Other images in a domain's drives. */
final class DiskEdit {
    private DiskEdit() {}

    /** Puts the qcow2 image into the drive. What libvirt had noted about the former chain goes: it finds the new one itself. It is the machine's own: written to, though the one before was shared. */
    static void setImage(Element domain, String target, String path) {
        Element disk = drive(domain, target);
        disk.setAttribute("type", "file");
        Xml.remove(disk, "backingStore", "mirror", "readonly", "shareable");
        Element driver = Xml.demand(disk, "driver");
        if (!driver.hasAttribute("name")) {
            driver.setAttribute("name", "qemu");
        }
        driver.setAttribute("type", "qcow2");
        Element source = clean(Xml.demand(disk, "source"));
        source.setAttribute("file", path);
    }

    static void eject(Element domain) {
        for (Element disk : Xml.children(Xml.demand(domain, "devices"), "disk")) {
            if ("cdrom".equals(disk.getAttribute("device"))) {
                Xml.remove(disk, "source", "backingStore");
                disk.setAttribute("type", "file"); // a drive of type network may not be empty
            }
        }
    }

    static Element drive(Element domain, String target) {
        return Xml.children(Xml.demand(domain, "devices"), "disk").stream()
                .filter(d -> Xml.find(d, "target")
                        .filter(t -> target.equals(t.getAttribute("dev")))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> Xml.invalid("The machine has no drive “" + target + "”.", null));
    }

    private static Element clean(Element source) {
        Element fresh = source.getOwnerDocument().createElementNS(null, "source");
        if (source.getParentNode() instanceof Element parent) {
            parent.replaceChild(fresh, source);
        }
        return fresh;
    }
}
