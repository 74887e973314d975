package io.github.ingotvm.libvirt.xml;

import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What a machine runs with, as a definition that it can be given for ever. For a start libvirt turns the wish for a kind of firmware into
 * the file that it found, but leaves the wished-for features beside it, and refuses such a definition itself.
 */
public final class LastingXml {
    private LastingXml() {}

    /** The same document where there is nothing to be done. */
    public static String of(String document) {
        if (!document.contains("<firmware>")) {
            return document;
        }
        Element domain = Xml.parse(document, "domain");
        Optional<Element> found = Xml.find(domain, "os").filter(os -> !os.hasAttribute("firmware"));
        if (found.isEmpty()) {
            return document;
        }
        Xml.remove(found.get(), "firmware");
        return XmlWriter.write(domain);
    }
}
