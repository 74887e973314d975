package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import org.w3c.dom.Element;

/** libvirt's storage pools. */
public final class PoolXml {
    private PoolXml() {}

    /** A pool that is a folder. */
    public static String compose(String name, String folder) {
        return """
                <pool type='dir'>
                  <name>%s</name>
                  <target>
                    <path>%s</path>
                  </target>
                </pool>
                """.formatted(escape(name), escape(folder));
    }

    public static String name(String xml) {
        return Xml.text(Xml.parse(xml, "pool"), "name").orElse("");
    }

    /** The folder of its volumes; empty for pools that are no folder. */
    public static String folder(String xml) {
        Element pool = Xml.parse(xml, "pool");
        return Xml.text(pool, "target", "path").orElse("");
    }
}
