package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Drives of a domain that come, go, or are shared. */
final class DriveEdit {
    /** QEMU has no read-only disks on these. */
    private static final Set<String> ALWAYS_WRITABLE = Set.of("ide", "sata");

    private DriveEdit() {}

    static void apply(Element domain, DriveChanges changes) {
        disks(domain).stream()
                .filter(d -> changes.removed().contains(target(d)))
                .forEach(Xml::drop);
        changes.shared().forEach((target, path) -> share(domain, target, path));
        new TreeMap<>(changes.added()).forEach((target, path) -> add(domain, target, path));
    }

    private static List<Element> disks(Element domain) {
        return Xml.children(Xml.demand(domain, "devices"), "disk");
    }

    private static String target(Element disk) {
        return Xml.find(disk, "target").map(t -> t.getAttribute("dev")).orElse("");
    }

    private static void share(Element domain, String target, String path) {
        Element disk = DiskEdit.drive(domain, target);
        String bus = Xml.find(disk, "target").map(t -> t.getAttribute("bus")).orElse("");
        if (ALWAYS_WRITABLE.contains(bus)) {
            throw new HypervisorException(
                    Kind.UNSUPPORTED,
                    "The disk " + target + " is on the bus " + bus
                            + ", which has no read-only disks, so it cannot be shared; choose empty or linked.");
        }
        String format = names(disk, path) ? format(disk) : "qcow2";
        DiskEdit.setImage(domain, target, path);
        Xml.demand(disk, "driver").setAttribute("type", format);
        Xml.demand(disk, "readonly");
        Xml.demand(disk, "shareable");
    }

    private static boolean names(Element disk, String path) {
        return Xml.find(disk, "source")
                .filter(s -> path.equals(s.getAttribute("file")) || path.equals(s.getAttribute("dev")))
                .isPresent();
    }

    private static String format(Element disk) {
        return Xml.find(disk, "driver").flatMap(d -> Xml.attribute(d, "type")).orElse("raw");
    }

    private static void add(Element domain, String target, String path) {
        List<Element> disks = disks(domain);
        if (disks.stream().anyMatch(d -> target(d).equals(target))) {
            throw new HypervisorException(Kind.EXISTS, "The machine has a drive " + target + " already.");
        }
        String bus = disks.stream()
                .filter(d ->
                        !d.hasAttribute("device") || d.getAttribute("device").equals("disk"))
                .flatMap(d -> Xml.find(d, "target").stream())
                .map(t -> t.getAttribute("bus"))
                .filter(b -> !b.isEmpty())
                .findFirst()
                .orElse("virtio");
        Element disk = Xml.append(Xml.demand(domain, "devices"), "disk");
        disk.setAttribute("type", "file");
        disk.setAttribute("device", "disk");
        Element driver = Xml.append(disk, "driver");
        driver.setAttribute("name", "qemu");
        driver.setAttribute("type", "qcow2");
        driver.setAttribute("discard", "unmap");
        Xml.append(disk, "source").setAttribute("file", path);
        Element place = Xml.append(disk, "target");
        place.setAttribute("dev", target);
        place.setAttribute("bus", bus);
    }
}
