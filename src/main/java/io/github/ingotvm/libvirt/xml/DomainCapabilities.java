package io.github.ingotvm.libvirt.xml;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What the emulator of a host can do, from libvirt's domain capabilities. */
public final class DomainCapabilities {
    /** Firmware that starts with Secure Boot's keys, or demands the SMM machinery of it. */
    private static final Pattern SECURE = Pattern.compile("secboot|secure|snakeoil|\\.ms\\.|amdsev|inteltdx");

    private final Element root;

    private DomainCapabilities(Element root) {
        this.root = root;
    }

    public static DomainCapabilities read(String xml) {
        return new DomainCapabilities(Xml.parse(xml, "domainCapabilities"));
    }

    public HostDevices devices() {
        return new HostDevices(
                Xml.text(root, "arch").orElse("x86_64"),
                machine(),
                uefiLoader(),
                offers("virtio", "modelType", "devices", "video"),
                offers("qemu-vdagent", "type", "devices", "channel"));
    }

    private String machine() {
        return "x86_64".equals(Xml.text(root, "arch").orElse("x86_64")) ? "q35" : "virt";
    }

    /** Plain files first: every libvirt can use them; then the 4 MiB kind, which newer systems need. */
    private Optional<String> uefiLoader() {
        return Xml.find(root, "os", "loader").stream()
                .flatMap(loader -> Xml.children(loader, "value").stream())
                .map(Element::getTextContent)
                .filter(path -> !SECURE.matcher(path).find())
                .min(Comparator.comparing((String path) -> path.endsWith(".qcow2"))
                        .thenComparing(path -> !path.contains("_4M")));
    }

    private boolean offers(String value, String enumeration, String... path) {
        List<Element> enums =
                Xml.find(root, path).map(e -> Xml.children(e, "enum")).orElse(List.of());
        return enums.stream()
                .filter(e -> enumeration.equals(e.getAttribute("name")))
                .flatMap(e -> Xml.children(e, "value").stream())
                .anyMatch(v -> value.equals(v.getTextContent()));
    }
}
