package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.model.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A graphical screen of a running domain.
 *
 * @param index among the domain's screens, as libvirt counts them
 * @param type {@code vnc}, {@code spice} and others
 * @param socket path of the unix socket it listens on
 * @param host it listens on
 * @param port it listens on; -1 for none
 * @param password to come in with
 */
public record Graphics(
        int index, String type, Optional<String> socket, Optional<String> host, int port, Optional<String> password) {
    /** All of a live definition that was read with its secrets. */
    public static List<Graphics> of(Definition definition) {
        Element domain = Xml.parse(definition.document(), "domain");
        List<Element> elements = Xml.find(domain, "devices")
                .map(d -> Xml.children(d, "graphics"))
                .orElse(List.of());
        List<Graphics> all = new ArrayList<>();
        for (Element element : elements) {
            all.add(read(all.size(), element));
        }
        return all;
    }

    private static Graphics read(int index, Element e) {
        Optional<Element> listen = Xml.find(e, "listen");
        return new Graphics(
                index,
                e.getAttribute("type"),
                Xml.attribute(e, "socket").or(() -> listen.flatMap(l -> Xml.attribute(l, "socket"))),
                Xml.attribute(e, "listen").or(() -> listen.flatMap(l -> Xml.attribute(l, "address"))),
                port(e),
                Xml.attribute(e, "passwd"));
    }

    private static int port(Element e) {
        try {
            return Integer.parseInt(Xml.attribute(e, "port").orElse("-1"));
        } catch (NumberFormatException notSaid) {
            return -1;
        }
    }
}
