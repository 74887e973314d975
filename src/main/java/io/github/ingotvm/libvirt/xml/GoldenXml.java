package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.MarkXml.children;
import static io.github.ingotvm.libvirt.xml.MarkXml.content;
import static io.github.ingotvm.libvirt.xml.MarkXml.number;
import static io.github.ingotvm.libvirt.xml.MarkXml.readable;
import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.FileLook;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.SnapshotId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The part of Ingot's element that tells of a golden image and its versions. */
final class GoldenXml {
    private GoldenXml() {}

    /** Attributes of Ingot's element, each with a blank before it. */
    static String attributes(GoldenSeries series) {
        String last = " last-version='%d'".formatted(series.last());
        String alone = series.alone() ? " image-only='yes'" : "";
        return series.pinned().isPresent()
                ? last
                        + alone
                        + " current-version='%d'".formatted(series.pinned().getAsInt())
                : last + alone;
    }

    static String write(GoldenSeries series) {
        StringBuilder xml = new StringBuilder();
        if (!series.name().isEmpty() || !series.note().isEmpty()) {
            xml.append("<image><name>" + escape(series.name()) + "</name><note>" + escape(series.note())
                    + "</note></image>");
        }
        new TreeMap<>(series.roles())
                .forEach((target, role) -> xml.append("<data-disk target='%s' role='%s'/>"
                        .formatted(escape(target), role.name().toLowerCase(Locale.ROOT))));
        series.versions().forEach(v -> xml.append(version(v)));
        return xml.toString();
    }

    private static String version(GoldenVersion version) {
        StringBuilder xml = new StringBuilder("<golden number='%d' snapshot='%s' promoted='%s'>"
                .formatted(version.number(), escape(version.snapshot().value()), version.promoted()));
        xml.append("<note>" + escape(version.note()) + "</note>");
        xml.append("<author>" + escape(version.author()) + "</author>");
        for (Seal seal : version.seals()) {
            String digest =
                    seal.digest().map(d -> " sha256='" + escape(d) + "'").orElse("");
            xml.append("<seal allocation='%d'%s%s>%s</seal>"
                    .formatted(seal.allocation(), look(seal.look()), digest, escape(seal.path())));
        }
        new TreeMap<>(version.contents())
                .forEach((target, digest) -> xml.append("<content target='%s'%s/>"
                        .formatted(escape(target), digest.isEmpty() ? "" : " sha256='" + escape(digest) + "'")));
        return xml.append("</golden>").toString();
    }

    private static String look(FileLook look) {
        String length = look.length().isPresent()
                ? " length='%d'".formatted(look.length().getAsLong())
                : "";
        String inode = look.inode().map(i -> " inode='" + escape(i) + "'").orElse("");
        return " modified='%s'".formatted(escape(look.modified())) + length + inode;
    }

    /** From Ingot's element. What cannot be read is left out. */
    static GoldenSeries read(Element mark) {
        List<GoldenVersion> versions = children(mark, "golden").stream()
                .flatMap(g -> readable(() -> version(g)).stream())
                .toList();
        int highest = versions.stream().mapToInt(GoldenVersion::number).max().orElse(0);
        Optional<Element> image = children(mark, "image").stream().findFirst();
        return new GoldenSeries(
                image.map(i -> content(i, "name")).orElse(""),
                image.map(i -> content(i, "note")).orElse(""),
                versions,
                Math.max(highest, readable(() -> number(mark, "last-version")).orElse(0)),
                readable(() -> number(mark, "current-version"))
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty),
                "yes".equals(mark.getAttribute("image-only")),
                roles(mark));
    }

    private static Map<String, DiskRole> roles(Element mark) {
        Map<String, DiskRole> roles = new HashMap<>();
        for (Element disk : children(mark, "data-disk")) {
            readable(() -> DiskRole.valueOf(disk.getAttribute("role").toUpperCase(Locale.ROOT)))
                    .ifPresent(role -> roles.put(disk.getAttribute("target"), role));
        }
        return roles;
    }

    private static GoldenVersion version(Element e) {
        return new GoldenVersion(
                number(e, "number"),
                new SnapshotId(e.getAttribute("snapshot")),
                content(e, "note"),
                content(e, "author"),
                Instant.parse(e.getAttribute("promoted")),
                children(e, "seal").stream().map(GoldenXml::seal).toList(),
                children(e, "content").stream()
                        .collect(Collectors.toMap(
                                c -> c.getAttribute("target"), c -> c.getAttribute("sha256"), (some, other) -> some)));
    }

    private static Seal seal(Element e) {
        return new Seal(
                e.getTextContent(),
                Long.parseLong(e.getAttribute("allocation")),
                new FileLook(
                        e.getAttribute("modified"),
                        Xml.attribute(e, "length").stream()
                                .mapToLong(Long::parseLong)
                                .findFirst(),
                        Xml.attribute(e, "inode")),
                Xml.attribute(e, "sha256"));
    }
}
