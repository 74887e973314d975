package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.SnapshotId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.w3c.dom.Element;

/** Ingot's element in a domain's metadata. */
public final class MarkXml {
    public static final String NAMESPACE = "https://ingotvm.github.io/xmlns/ingot/1";
    public static final String PREFIX = "ingot";
    static final String ROOT = "machine";

    private MarkXml() {}

    /** The element as it stands in a definition: its own name in Ingot's namespace, all below it plain. */
    public static String write(Mark mark) {
        return "<%s:%s xmlns:%s='%s'%s</%s:%s>".formatted(PREFIX, ROOT, PREFIX, NAMESPACE, inside(mark), PREFIX, ROOT);
    }

    /** The element as libvirt wants to be given it: it adds the namespace itself, and fails where it finds it. */
    public static String writeBare(Mark mark) {
        return "<%s%s</%s>".formatted(ROOT, inside(mark), ROOT);
    }

    /** From the attributes on. Free text is content, not attributes: it may hold line breaks. */
    private static String inside(Mark mark) {
        StringBuilder xml = new StringBuilder();
        xml.append(GoldenXml.attributes(mark.series()) + hold(mark.hold()) + ">");
        Install install = mark.install();
        xml.append("<install state='%s' reboots='%d' last-reboot='%d' auto-snapshot='%s'/>"
                .formatted(
                        install.state().name().toLowerCase(Locale.ROOT),
                        install.reboots(),
                        install.lastReboot(),
                        yesNo(install.autoSnapshot())));
        mark.osId().ifPresent(os -> xml.append("<os>" + escape(os) + "</os>"));
        xml.append(GoldenXml.write(mark.series()));
        mark.lineage().ifPresent(l -> xml.append(lineage(l)));
        mark.former().ifPresent(f -> xml.append(FormerXml.write(f)));
        return xml.toString();
    }

    /** The mark in a domain's definition. What cannot be read is left out: a mark may never hide its machine. */
    static Mark read(Element domain) {
        return element(domain).map(MarkXml::mark).orElse(Mark.NONE);
    }

    static Optional<Element> element(Element domain) {
        return Xml.find(domain, "metadata").stream()
                .flatMap(m -> Xml.children(m).stream())
                .filter(e -> NAMESPACE.equals(e.getNamespaceURI()))
                .findFirst();
    }

    static String lineage(Lineage lineage) {
        String version =
                lineage.version().isPresent() ? " version='" + lineage.version().getAsInt() + "'" : "";
        return ("<lineage source='%s' snapshot='%s'%s linked='%s'>"
                        + "<source>%s</source><snapshot>%s</snapshot></lineage>")
                .formatted(
                        lineage.source(),
                        escape(lineage.snapshot().value()),
                        version,
                        yesNo(lineage.linked()),
                        escape(lineage.sourceName()),
                        escape(lineage.snapshotName()));
    }

    private static Mark mark(Element e) {
        return new Mark(
                children(e, "install").stream()
                        .flatMap(i -> readable(() -> install(i)).stream())
                        .findFirst()
                        .orElse(Install.NONE),
                children(e, "os").stream().map(Element::getTextContent).findFirst(),
                GoldenXml.read(e),
                children(e, "lineage").stream()
                        .flatMap(l -> readable(() -> lineage(l)).stream())
                        .findFirst(),
                children(e, "former").stream()
                        .flatMap(f -> readable(() -> FormerXml.read(f)).stream())
                        .findFirst(),
                hold(e));
    }

    private static String hold(Hold hold) {
        return switch (hold) {
            case NONE -> "";
            case SNAPSHOT -> " held='yes'";
            case SPACE -> " held='space'";
        };
    }

    private static Hold hold(Element e) {
        return switch (e.getAttribute("held")) {
            case "yes" -> Hold.SNAPSHOT;
            case "space" -> Hold.SPACE;
            default -> Hold.NONE;
        };
    }

    private static Install install(Element e) {
        return new Install(
                Install.State.valueOf(e.getAttribute("state").toUpperCase(Locale.ROOT)),
                number(e, "reboots"),
                number(e, "last-reboot"),
                isYes(e, "auto-snapshot"));
    }

    static Lineage lineage(Element e) {
        return new Lineage(
                MachineId.of(e.getAttribute("source")),
                content(e, "source"),
                new SnapshotId(e.getAttribute("snapshot")),
                content(e, "snapshot"),
                e.hasAttribute("version") ? OptionalInt.of(number(e, "version")) : OptionalInt.empty(),
                isYes(e, "linked"));
    }

    static <T> Optional<T> readable(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static List<Element> children(Element parent, String localName) {
        return Xml.children(parent).stream()
                .filter(e -> localName.equals(e.getLocalName()))
                .toList();
    }

    static String content(Element parent, String localName) {
        return children(parent, localName).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    static int number(Element e, String attribute) {
        return Integer.parseInt(e.getAttribute(attribute));
    }

    private static boolean isYes(Element e, String attribute) {
        return "yes".equals(e.getAttribute(attribute));
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
