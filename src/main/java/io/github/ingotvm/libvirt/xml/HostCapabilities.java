package io.github.ingotvm.libvirt.xml;

import org.w3c.dom.Element;

/** What a host is, from libvirt's capabilities. */
public final class HostCapabilities {
    private HostCapabilities() {}

    /** The host's own architecture. */
    public static String arch(String xml) {
        return Xml.text(Xml.parse(xml, "capabilities"), "host", "cpu", "arch").orElse("x86_64");
    }

    /** Whether there is an emulator for the architecture. */
    public static boolean hasEmulator(String xml, String arch) {
        return Xml.children(Xml.parse(xml, "capabilities"), "guest").stream()
                .flatMap(guest -> Xml.children(guest, "arch").stream())
                .anyMatch((Element e) -> arch.equals(e.getAttribute("name")));
    }
}
