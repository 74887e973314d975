package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.model.FileLook;
import io.github.ingotvm.model.Volume;
import java.util.Optional;
import java.util.OptionalLong;
import org.w3c.dom.Element;

/** libvirt's storage volumes. */
public final class VolumeXml {
    private VolumeXml() {}

    /** A new volume that stands on nothing; takes no more space than its content. */
    public static String compose(String name, String format, long capacity) {
        return """
                <volume>
                  <name>%s</name>
                  <capacity unit='bytes'>%d</capacity>
                  <allocation unit='bytes'>0</allocation>
                  <target>
                    <format type='%s'/>
                %s  </target>
                </volume>
                """.formatted(escape(name), capacity, escape(format), format.equals("qcow2") ? QCOW2 : "");
    }

    /** A new overlay. It names no capacity, so it gets that of the image it stands on without a question more. */
    public static String overlay(String name, String backing, String backingFormat) {
        return """
                <volume>
                  <name>%s</name>
                  <target>
                    <format type='qcow2'/>
                %s  </target>
                  <backingStore>
                    <path>%s</path>
                    <format type='%s'/>
                  </backingStore>
                </volume>
                """.formatted(escape(name), QCOW2, escape(backing), escape(backingFormat));
    }

    public static Volume read(String xml, String pool) {
        Element volume = Xml.parse(xml, "volume");
        return new Volume(
                Xml.text(volume, "target", "path").orElse(""),
                Xml.text(volume, "name").orElse(""),
                pool,
                Xml.find(volume, "target", "format")
                        .flatMap(f -> Xml.attribute(f, "type"))
                        .orElse("raw"),
                Xml.find(volume, "capacity").map(e -> Bytes.of(e, "bytes")).orElse(0L),
                Xml.find(volume, "allocation").map(e -> Bytes.of(e, "bytes")).orElse(0L),
                Xml.text(volume, "backingStore", "path").filter(p -> !p.isEmpty()),
                look(volume));
    }

    /** Bytes of the volume's file. */
    public static long length(String xml) {
        return length(Xml.parse(xml, "volume")).orElse(0);
    }

    private static OptionalLong length(Element volume) {
        return Xml.find(volume, "physical").stream()
                .mapToLong(e -> Bytes.of(e, "bytes"))
                .findFirst();
    }

    /** Not by the time of the last change of its inode: libvirt itself changes that, with the owner, whenever a machine starts. */
    private static FileLook look(Element volume) {
        Optional<String> time = Xml.text(volume, "target", "timestamps", "mtime");
        return new FileLook(time.orElse(""), length(volume), Optional.empty());
    }

    /** Without it old libvirts make the first version of the format, which lacks lazy reference counts. */
    private static final String QCOW2 = """
                <compat>1.1</compat>
            """;
}
