package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.KernelBoot;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Nic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/** What a domain's definition says. */
public final class DomainReader {
    private final Element domain;
    private final VolumePaths volumes;

    private DomainReader(Element domain, VolumePaths volumes) {
        this.domain = domain;
        this.volumes = volumes;
    }

    /** {@code INVALID} when it is no domain. */
    public static DomainReader of(Definition definition, VolumePaths volumes) {
        return new DomainReader(Xml.parse(definition.document(), "domain"), volumes);
    }

    /** Reads a definition that is part of another document. */
    static DomainReader of(Element domain, VolumePaths volumes) {
        return new DomainReader(domain, volumes);
    }

    public String name() {
        return Xml.text(domain, "name").orElse("");
    }

    public String uuid() {
        return Xml.text(domain, "uuid").orElse("");
    }

    public String title() {
        return Xml.text(domain, "title").orElse("");
    }

    public Mark mark() {
        return MarkXml.read(domain);
    }

    public Hardware hardware() {
        return new Hardware(
                Xml.find(domain, "memory").map(e -> Bytes.of(e, "KiB")).orElse(0L),
                cpus(),
                firmware(),
                nvram(domain),
                "kvm".equals(domain.getAttribute("type")) ? Acceleration.KVM : Acceleration.TCG,
                devices("disk").stream().map(this::disk).toList(),
                devices("interface").stream().map(DomainReader::nic).toList(),
                kernel(),
                !devices("tpm").isEmpty());
    }

    private Optional<KernelBoot> kernel() {
        return Xml.find(domain, "os")
                .flatMap(os -> Xml.text(os, "kernel")
                        .map(kernel -> new KernelBoot(
                                kernel.strip(),
                                Xml.text(os, "initrd").orElse("").strip(),
                                Xml.text(os, "cmdline").orElse("").strip())));
    }

    private List<Element> devices(String name) {
        return Xml.find(domain, "devices").map(d -> Xml.children(d, name)).orElse(List.of());
    }

    private int cpus() {
        try {
            return Integer.parseInt(Xml.text(domain, "vcpu").orElse("1").strip());
        } catch (NumberFormatException e) {
            throw Xml.invalid("The definition of “" + name() + "” has a strange number of CPUs.", e);
        }
    }

    private Firmware firmware() {
        boolean flash = Xml.find(domain, "os", "loader")
                .filter(e -> "pflash".equals(e.getAttribute("type")))
                .isPresent();
        boolean efi = Xml.find(domain, "os")
                .filter(e -> "efi".equals(e.getAttribute("firmware")))
                .isPresent();
        return flash || efi ? Firmware.UEFI : Firmware.BIOS;
    }

    /** Where the firmware's variables are. */
    static Optional<String> nvram(Element domain) {
        Optional<Element> nvram = Xml.find(domain, "os", "nvram");
        return nvram.flatMap(e -> Xml.find(e, "source"))
                .flatMap(e -> Xml.attribute(e, "file"))
                .or(() -> nvram.map(e -> e.getTextContent().strip()))
                .filter(path -> !path.isEmpty());
    }

    private Disk disk(Element e) {
        Disk.Device device = switch (Xml.attribute(e, "device").orElse("disk")) {
            case "cdrom" -> Disk.Device.CDROM;
            case "floppy" -> Disk.Device.FLOPPY;
            default -> Disk.Device.DISK;
        };
        return new Disk(
                Xml.find(e, "target").map(t -> t.getAttribute("dev")).orElse(""),
                device,
                Xml.find(e, "source").flatMap(s -> source(e, s)),
                Xml.find(e, "driver").flatMap(d -> Xml.attribute(d, "type")).orElse("raw"),
                Xml.find(e, "readonly").isPresent());
    }

    private Optional<String> source(Element disk, Element source) {
        return switch (Xml.attribute(disk, "type").orElse("file").toLowerCase(Locale.ROOT)) {
            case "file" -> Xml.attribute(source, "file");
            case "block" -> Xml.attribute(source, "dev");
            case "dir" -> Xml.attribute(source, "dir");
            case "volume" -> {
                String pool = source.getAttribute("pool");
                String volume = source.getAttribute("volume");
                yield volumes.path(pool, volume).or(() -> Optional.of(pool + "/" + volume));
            }
            default -> Optional.of(source.getAttribute("protocol") + ":" + source.getAttribute("name"));
        };
    }

    private static Nic nic(Element e) {
        String type = e.getAttribute("type");
        Optional<Element> source = Xml.find(e, "source");
        Optional<String> what = switch (type) {
            case "bridge" -> source.flatMap(s -> Xml.attribute(s, "bridge"));
            case "network" -> source.flatMap(s -> Xml.attribute(s, "network"));
            case "direct" -> source.flatMap(s -> Xml.attribute(s, "dev"));
            default -> Optional.empty();
        };
        return new Nic(
                Xml.find(e, "mac")
                        .map(m -> m.getAttribute("address").toLowerCase(Locale.ROOT))
                        .orElse(""),
                Xml.find(e, "model").map(m -> m.getAttribute("type")).orElse(""),
                what.map(w -> type + ":" + w).orElse(type));
    }
}
