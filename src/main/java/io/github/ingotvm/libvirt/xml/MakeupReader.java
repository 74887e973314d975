package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.Chipset;
import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.hypervisor.GuestHardware.NicModel;
import io.github.ingotvm.hypervisor.GuestHardware.Sound;
import io.github.ingotvm.hypervisor.GuestHardware.VideoModel;
import io.github.ingotvm.hypervisor.Makeup;
import io.github.ingotvm.model.Definition;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** What a domain is like, in the words of {@link GuestHardware}: the way back from {@link DomainComposer}. */
public final class MakeupReader {
    private final Element domain;

    private MakeupReader(Element domain) {
        this.domain = domain;
    }

    /** {@code INVALID} when it is no domain. */
    public static Makeup read(Definition definition) {
        MakeupReader reader = new MakeupReader(Xml.parse(definition.document(), "domain"));
        return new Makeup(reader.hardware(), reader.secureBoot());
    }

    private GuestHardware hardware() {
        DiskBus disks = disks();
        return new GuestHardware(chipset(disks), disks, cards(), video(), sound(), usb3(), localTime());
    }

    private List<Element> devices(String name) {
        return Xml.find(domain, "devices").map(d -> Xml.children(d, name)).orElse(List.of());
    }

    private Optional<String> model(String device, String attribute) {
        return devices(device).stream()
                .findFirst()
                .flatMap(d -> Xml.find(d, "model"))
                .flatMap(m -> Xml.attribute(m, attribute));
    }

    private Chipset chipset(DiskBus disks) {
        String machine = Xml.find(domain, "os", "type")
                .flatMap(t -> Xml.attribute(t, "machine"))
                .orElse("");
        boolean old = machine.equals("pc") || machine.startsWith("pc-i440fx") || disks == DiskBus.IDE;
        return old ? Chipset.PC : Chipset.MODERN;
    }

    private DiskBus disks() {
        String bus = devices("disk").stream()
                .filter(d -> Xml.attribute(d, "device").orElse("disk").equals("disk"))
                .findFirst()
                .flatMap(d -> Xml.find(d, "target"))
                .flatMap(t -> Xml.attribute(t, "bus"))
                .orElse("");
        return switch (bus) {
            case "ide" -> DiskBus.IDE;
            case "virtio", "" -> DiskBus.VIRTIO;
            default -> DiskBus.SATA;
        };
    }

    private List<NicModel> cards() {
        return devices("interface").stream()
                .map(i -> Xml.find(i, "model")
                        .flatMap(m -> Xml.attribute(m, "type"))
                        .orElse(""))
                .map(model -> switch (model) {
                    case "e1000e" -> NicModel.E1000E;
                    case "e1000" -> NicModel.E1000;
                    case "rtl8139" -> NicModel.RTL8139;
                    case "pcnet" -> NicModel.PCNET;
                    case "ne2k_pci" -> NicModel.NE2000;
                    default -> NicModel.VIRTIO;
                })
                .toList();
    }

    private VideoModel video() {
        return switch (model("video", "type").orElse("")) {
            case "virtio" -> VideoModel.VIRTIO;
            case "cirrus" -> VideoModel.CIRRUS;
            default -> VideoModel.VGA;
        };
    }

    private Sound sound() {
        String model = devices("sound").stream()
                .findFirst()
                .flatMap(s -> Xml.attribute(s, "model"))
                .orElse("");
        return switch (model) {
            case "" -> Sound.NONE;
            case "ich6" -> Sound.ICH6;
            case "ac97" -> Sound.AC97;
            case "es1370" -> Sound.ES1370;
            default -> Sound.ICH9;
        };
    }

    private boolean usb3() {
        return devices("controller").stream()
                .anyMatch(c -> c.getAttribute("type").equals("usb")
                        && c.getAttribute("model").contains("xhci"));
    }

    private boolean localTime() {
        return Xml.find(domain, "clock")
                .filter(c -> c.getAttribute("offset").equals("localtime"))
                .isPresent();
    }

    private boolean secureBoot() {
        return Xml.find(domain, "os", "loader")
                .filter(l -> l.getAttribute("secure").equals("yes"))
                .isPresent();
    }
}
