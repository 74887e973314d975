package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.model.Definition;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The channel by which QEMU itself shares a guest's clipboard with the guest's VNC screen. */
public final class ClipboardXml {
    /** By this name a channel that was plugged in is known, whoever asks. */
    private static final String ALIAS = "ua-ingot-clipboard";

    /** To plug in. The pointer stays with the tablet, which needs no agent. */
    public static final String CHANNEL = """
            <channel type='qemu-vdagent'>
              <source>
                <clipboard copypaste='yes'/>
                <mouse mode='server'/>
              </source>
              <target type='virtio' name='com.redhat.spice.0'/>
              <alias name='%s'/>
            </channel>
            """.formatted(ALIAS);

    private static final String NAME = "com.redhat.spice.0";

    private ClipboardXml() {}

    /** That of a live definition, as it has to be named to be unplugged. */
    public static Optional<String> of(Definition live) {
        return channels(live).stream()
                .filter(c -> "qemu-vdagent".equals(c.getAttribute("type")))
                .findFirst()
                .map(XmlWriter::write);
    }

    /** The one that was plugged in, likewise; not one that the machine came with. */
    public static Optional<String> plugged(Definition live) {
        return channels(live).stream()
                .filter(c -> Xml.find(c, "alias")
                        .filter(a -> ALIAS.equals(a.getAttribute("name")))
                        .isPresent())
                .findFirst()
                .map(XmlWriter::write);
    }

    /** Whether the guest's agent has a channel, to QEMU itself or to SPICE. */
    public static boolean isTaken(Definition live) {
        return channels(live).stream()
                .flatMap(c -> Xml.find(c, "target").stream())
                .anyMatch(t -> NAME.equals(t.getAttribute("name")));
    }

    private static List<Element> channels(Definition live) {
        return Xml.find(Xml.parse(live.document(), "domain"), "devices")
                .map(d -> Xml.children(d, "channel"))
                .orElse(List.of());
    }
}
