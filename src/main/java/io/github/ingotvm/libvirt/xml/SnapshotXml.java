package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.hypervisor.Snapshots.Adoption;
import io.github.ingotvm.hypervisor.Snapshots.Lost;
import io.github.ingotvm.hypervisor.Snapshots.SnapshotRequest;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Snapshot.Consistency;
import io.github.ingotvm.model.Snapshot.Kind;
import io.github.ingotvm.model.SnapshotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** libvirt's snapshots. */
public final class SnapshotXml {
    private SnapshotXml() {}

    /**
     * What to ask libvirt for.
     *
     * @param targets every drive of the machine; those without an overlay in the request are left out of the snapshot
     */
    public static String compose(SnapshotRequest request, Consistency consistency, List<String> targets) {
        StringBuilder disks = new StringBuilder();
        for (String target : targets) {
            String overlay = request.overlays().get(target);
            disks.append(
                    overlay == null
                            ? "    <disk name='%s' snapshot='no'/>\n".formatted(escape(target))
                            : """
                                  <disk name='%s' snapshot='external'>
                                    <driver type='qcow2'/>
                                    <source file='%s'/>
                                  </disk>
                              """.formatted(escape(target), escape(overlay)));
        }
        String memory = request.memory()
                .map(file -> "<memory snapshot='external' file='" + escape(file) + "'/>")
                .orElse("<memory snapshot='no'/>");
        return """
                <domainsnapshot>
                  <name>%s</name>
                  <description>%s</description>
                  %s
                  <disks>
                %s  </disks>
                </domainsnapshot>
                """.formatted(
                        escape(request.id().value()),
                        escape(new SnapshotText(request.name(), request.note(), consistency).write()),
                        memory,
                        disks);
    }

    /** The same snapshot under another name and note. */
    public static String describe(String xml, String name, String note) {
        Element snapshot = Xml.parse(xml, "domainsnapshot");
        SnapshotText text = SnapshotText.read(description(snapshot))
                .orElseGet(() -> new SnapshotText("", "", consistencyOf(snapshot)));
        Xml.demand(snapshot, "description")
                .setTextContent(text.described(name, note).write());
        return XmlWriter.write(snapshot);
    }

    /** The snapshot as one of another machine, without memory. */
    public static String adopted(String xml, Adoption adoption, String domainName) {
        Element snapshot = Xml.parse(xml, "domainsnapshot");
        SnapshotText text = SnapshotText.read(description(snapshot))
                .orElseGet(() -> new SnapshotText("", description(snapshot), consistencyOf(snapshot)));
        Consistency consistency =
                text.consistency() == Consistency.MEMORY ? Consistency.CRASH_CONSISTENT : text.consistency();
        Xml.demand(snapshot, "description")
                .setTextContent(new SnapshotText(adoption.name(), text.note(), consistency).write());
        if (memoryIs(snapshot, "external")) {
            Element memory = Xml.demand(snapshot, "memory");
            memory.removeAttribute("file");
            memory.setAttribute("snapshot", "no");
            Xml.demand(snapshot, "state").setTextContent("disk-snapshot");
        }
        for (String definition : List.of("domain", "inactiveDomain")) {
            Xml.find(snapshot, definition).ifPresent(domain -> {
                Xml.demand(domain, "name").setTextContent(domainName);
                IdentityEdit.apply(domain, adoption.identity());
            });
        }
        return reparent(XmlWriter.write(snapshot), adoption.parent());
    }

    /**
     * A snapshot of which only the record is missing.
     *
     * @param targets of the disks that it froze; what the machine went on with is not known any more, so libvirt makes names up
     */
    public static String recorded(Lost lost, List<String> targets) {
        Element domain = Xml.parse(lost.definition().document(), "domain");
        StringBuilder disks = new StringBuilder();
        for (String target : targets) {
            disks.append("<disk name='%s' snapshot='external'><driver type='qcow2'/></disk>".formatted(escape(target)));
        }
        for (Element drive : Xml.find(domain, "devices").stream()
                .flatMap(d -> Xml.children(d, "disk").stream())
                .toList()) {
            Xml.find(drive, "target")
                    .map(t -> t.getAttribute("dev"))
                    .filter(t -> !targets.contains(t))
                    .ifPresent(t -> disks.append("<disk name='%s' snapshot='no'/>".formatted(escape(t))));
        }
        return """
                <domainsnapshot>
                  <name>%s</name>
                  <description>%s</description>
                  <state>shutoff</state>
                  <creationTime>%d</creationTime>
                  <memory snapshot='no'/>
                  <disks>%s</disks>
                  %s
                </domainsnapshot>
                """.formatted(
                        escape(lost.snapshot().value()),
                        escape(new SnapshotText(lost.name(), "", Consistency.CRASH_CONSISTENT).write()),
                        lost.created().getEpochSecond(),
                        disks,
                        XmlWriter.write(domain));
    }

    /** The snapshot with what it froze in one file in another one. */
    public static String relocated(String xml, String image, String to) {
        Element snapshot = Xml.parse(xml, "domainsnapshot");
        for (String definition : List.of("domain", "inactiveDomain")) {
            Xml.find(snapshot, definition, "devices").stream()
                    .flatMap(devices -> Xml.children(devices, "disk").stream())
                    .filter(disk -> Xml.find(disk, "source")
                            .flatMap(s -> Xml.attribute(s, "file"))
                            .equals(Optional.of(image)))
                    .forEach(disk -> {
                        Xml.demand(disk, "source").setAttribute("file", to);
                        Xml.remove(disk, "backingStore");
                    });
        }
        return XmlWriter.write(snapshot);
    }

    /** A snapshot of the same machine under another name and without a parent. */
    public static String rootNamed(String name, String xml) {
        Element snapshot = Xml.parse(xml, "domainsnapshot");
        Xml.remove(snapshot, "parent", "description");
        Xml.demand(snapshot, "name").setTextContent(name);
        return XmlWriter.write(snapshot);
    }

    /** The same snapshot under another parent, or as a root. */
    public static String reparent(String xml, Optional<SnapshotId> parent) {
        Element snapshot = Xml.parse(xml, "domainsnapshot");
        Xml.remove(snapshot, "parent");
        parent.ifPresent(
                id -> Xml.append(Xml.append(snapshot, "parent"), "name").setTextContent(id.value()));
        return XmlWriter.write(snapshot);
    }

    public static Snapshot read(String xml, boolean current, VolumePaths volumes) {
        Element snapshot = Xml.parse(xml, "domainsnapshot");
        String id = Xml.text(snapshot, "name").orElse("");
        Optional<SnapshotText> ours = SnapshotText.read(description(snapshot));
        Element domain = domain(snapshot);
        return new Snapshot(
                new SnapshotId(id),
                ours.map(SnapshotText::name).filter(n -> !n.isBlank()).orElse(id),
                ours.map(SnapshotText::note).orElse(description(snapshot)),
                created(snapshot),
                Xml.text(snapshot, "parent", "name").map(SnapshotId::new),
                current,
                kind(snapshot),
                ours.map(SnapshotText::consistency).orElseGet(() -> consistencyOf(snapshot)),
                Xml.find(snapshot, "memory").flatMap(m -> Xml.attribute(m, "file")),
                new Definition(XmlWriter.write(domain)),
                DomainReader.of(domain, volumes).hardware());
    }

    private static String description(Element snapshot) {
        return Xml.text(snapshot, "description").orElse("");
    }

    /**
     * The persistent definition where libvirt kept it beside the one of the running machine, which is full of what belongs
     * to that one run.
     */
    private static Element domain(Element snapshot) {
        Optional<Element> inactive = Xml.find(snapshot, "inactiveDomain");
        if (inactive.isPresent()) {
            return (Element) inactive.get().getOwnerDocument().renameNode(inactive.get(), null, "domain");
        }
        return Xml.find(snapshot, "domain")
                .orElseGet(() -> Xml.parse("<domain><name/></domain>", "domain")); // by a libvirt of long ago
    }

    private static Instant created(Element snapshot) {
        try {
            return Instant.ofEpochSecond(
                    Long.parseLong(Xml.text(snapshot, "creationTime").orElse("0")));
        } catch (NumberFormatException e) {
            return Instant.EPOCH;
        }
    }

    private static Kind kind(Element snapshot) {
        boolean external = Xml.find(snapshot, "disks").stream()
                .flatMap(d -> Xml.children(d, "disk").stream())
                .anyMatch(d -> "external".equals(d.getAttribute("snapshot")));
        return external || memoryIs(snapshot, "external") ? Kind.EXTERNAL : Kind.INTERNAL;
    }

    private static boolean memoryIs(Element snapshot, String where) {
        return Xml.find(snapshot, "memory")
                .filter(m -> where.equals(m.getAttribute("snapshot")))
                .isPresent();
    }

    private static Consistency consistencyOf(Element snapshot) {
        if (memoryIs(snapshot, "external") || memoryIs(snapshot, "internal")) {
            return Consistency.MEMORY;
        }
        String state = Xml.text(snapshot, "state").orElse("");
        return state.equals("shutoff") ? Consistency.OFF : Consistency.CRASH_CONSISTENT;
    }
}
