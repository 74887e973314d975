package io.github.ingotvm.osinfo;

import io.github.ingotvm.format.SafeXml;
import io.github.ingotvm.format.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What Ingot itself knows of systems that came after the database of a long-lived distribution, in the database's own format.
 * A system that the database of this computer has is taken from there.
 */
final class Overlay {
    /** To be counted up with every change of what is in the files: an index from before is then made anew. */
    static final int VERSION = 2;

    static final List<String> NAMES = List.of(
            "ingot", "debian", "ubuntu", "fedora", "enterprise", "suse", "rolling", "alpine", "freebsd", "windows");

    private Overlay() {}

    static List<XmlElement> documents() {
        return NAMES.stream().map(Overlay::read).toList();
    }

    private static XmlElement read(String name) {
        String resource = "systems/" + name + ".xml";
        try (InputStream in = Objects.requireNonNull(Overlay.class.getResourceAsStream(resource), resource)) {
            return SafeXml.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
