package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.model.Definition;

/** What people use a machine with. */
public final class InputXml {
    private InputXml() {}

    /** Whether one of them goes to a place of the screen. */
    public static boolean hasTablet(Definition definition) {
        return Xml.find(Xml.parse(definition.document(), "domain"), "devices").stream()
                .flatMap(d -> Xml.children(d, "input").stream())
                .anyMatch(i -> "tablet".equals(i.getAttribute("type")));
    }
}
