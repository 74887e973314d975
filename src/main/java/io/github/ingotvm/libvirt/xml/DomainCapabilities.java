package io.github.ingotvm.libvirt.xml;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What the emulator of a host can do, from libvirt's domain capabilities. */
public final class DomainCapabilities {
    /** Firmware that starts with Secure Boot's keys, or demands the SMM machinery of it. */
    private static final Pattern SECURE = Pattern.compile("secboot|secure|snakeoil|\\.ms\\.|amdsev|inteltdx");

    /** Debian's and Fedora's names for firmware that comes with Microsoft's keys. */
    private static final Pattern ENROLLED = Pattern.compile("\\.ms\\.fd|secboot|secure");

    /** Until QEMU 10.1 this device forbids to save a machine's memory, and snapshots with memory are worth more than a clipboard. */
    private static final long VDAGENT_KEEPS_MEMORY = 10_001_000;

    private final Element root;

    private DomainCapabilities(Element root) {
        this.root = root;
    }

    public static DomainCapabilities read(String xml) {
        return new DomainCapabilities(Xml.parse(xml, "domainCapabilities"));
    }

    /**
     * @param emulatorVersion as libvirt counts: 7002001 for 7.2.1
     * @param bridge a bridge that new machines may be put on
     */
    public HostDevices devices(long emulatorVersion, Optional<String> bridge) {
        return new HostDevices(
                Xml.text(root, "arch").orElse("x86_64"),
                machine(),
                uefiLoader(),
                secureBoot(),
                offers("emulator", "backendModel", "devices", "tpm") && !lacksTpm2(),
                offers("virtio", "modelType", "devices", "video"),
                emulatorVersion >= VDAGENT_KEEPS_MEMORY && sharesClipboard(),
                bridge);
    }

    /** libvirts that do not list channels have this one wherever SPICE was built in. */
    private boolean sharesClipboard() {
        return Xml.find(root, "devices", "channel").isPresent()
                ? offers("qemu-vdagent", "type", "devices", "channel")
                : offers("spice", "type", "devices", "graphics");
    }

    private String machine() {
        return "x86_64".equals(Xml.text(root, "arch").orElse("x86_64")) ? "q35" : "virt";
    }

    /** Plain files first: every libvirt can use them; then the 4 MiB kind, which newer systems need. */
    private Optional<String> uefiLoader() {
        return loaders()
                .filter(path -> !SECURE.matcher(path).find())
                .min(Comparator.comparing((String path) -> path.endsWith(".qcow2"))
                        .thenComparing(path -> !path.contains("_4M")));
    }

    /** With the keys that systems are signed for. Needs a machine with the management mode that protects them. */
    private boolean secureBoot() {
        return machine().equals("q35")
                && offers("efi", "firmware", "os")
                && offers("yes", "secure", "os", "loader")
                && loaders().anyMatch(path -> ENROLLED.matcher(path).find());
    }

    /** libvirts before 8.0 do not say which versions there are. */
    private boolean lacksTpm2() {
        boolean says = Xml.find(root, "devices", "tpm").stream()
                .flatMap(tpm -> Xml.children(tpm, "enum").stream())
                .anyMatch(e -> "backendVersion".equals(e.getAttribute("name")));
        return says && !offers("2.0", "backendVersion", "devices", "tpm");
    }

    private Stream<String> loaders() {
        return Xml.find(root, "os", "loader").stream()
                .flatMap(loader -> Xml.children(loader, "value").stream())
                .map(Element::getTextContent);
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
