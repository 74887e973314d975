package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.model.FormerState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** The part of Ingot's element that tells what a clone was before its last update. */
final class FormerXml {
    private FormerXml() {}

    static String write(FormerState former) {
        StringBuilder xml = new StringBuilder("<former left='%s'>".formatted(former.left()));
        xml.append(MarkXml.lineage(former.lineage()));
        new TreeMap<>(former.disks())
                .forEach((target, path) ->
                        xml.append("<disk target='%s'>%s</disk>".formatted(escape(target), escape(path))));
        former.nvram().ifPresent(path -> xml.append("<nvram>" + escape(path) + "</nvram>"));
        return xml.append("</former>").toString();
    }

    /** Throws {@link IllegalArgumentException} or the like when it cannot be read. */
    static FormerState read(Element e) {
        Map<String, String> disks = new LinkedHashMap<>();
        MarkXml.children(e, "disk").forEach(d -> disks.put(d.getAttribute("target"), d.getTextContent()));
        Optional<FormerState> former = MarkXml.children(e, "lineage").stream()
                .map(MarkXml::lineage)
                .findFirst()
                .map(lineage -> new FormerState(
                        lineage,
                        disks,
                        MarkXml.children(e, "nvram").stream()
                                .map(Element::getTextContent)
                                .findFirst(),
                        Instant.parse(e.getAttribute("left"))));
        return former.orElseThrow(() -> new IllegalArgumentException("a former state without lineage"));
    }
}
