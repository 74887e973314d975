package io.github.ingotvm.osinfo;

import io.github.ingotvm.format.XmlElement;
import io.github.ingotvm.osinfo.OperatingSystem.FirmwareSupport;
import io.github.ingotvm.osinfo.OperatingSystem.ReadyImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the files of the database say about one system itself; several files may. */
final class OsEntry {
    final String id;
    final List<String> shortIds = new ArrayList<>();
    final List<String> derivesFrom = new ArrayList<>();
    final List<String> clones = new ArrayList<>();
    final List<String> upgrades = new ArrayList<>();
    final Map<String, Needs> needs = new LinkedHashMap<>();
    final Map<Device, Boolean> devices = new HashMap<>();
    final List<FirmwareSupport> firmware = new ArrayList<>();
    final List<InstallMedium> media = new ArrayList<>();
    final List<ReadyImage> images = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> variantNames = new HashMap<>();

    OsEntry(String id) {
        this.id = id;
    }

    /** A text of the system's; the one without a language. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    void add(XmlElement os) {
        for (XmlElement child : os.children()) {
            if (child.children().isEmpty() && child.attributes().isEmpty()) {
                texts.put(child.name(), child.text());
            }
        }
        os.children("short-id").map(XmlElement::text).forEach(shortIds::add);
        relate(os, "derives-from", derivesFrom);
        relate(os, "clones", clones);
        relate(os, "upgrades", upgrades);
        os.find("devices").ifPresent(this::addDevices);
        os.children("resources").forEach(this::addNeeds);
        os.children("variant").forEach(this::addVariant);
        os.children("firmware")
                .map(f -> new FirmwareSupport(
                        f.attribute("arch").orElse(""), f.attribute("type").orElse(""), isSupported(f)))
                .forEach(firmware::add);
        os.children("media").map(m -> MediumReader.read(m, variantNames)).forEach(media::add);
        os.children("image").forEach(this::addImage);
    }

    private static void relate(XmlElement os, String relation, List<String> to) {
        os.children(relation).flatMap(e -> e.attribute("id").stream()).forEach(to::add);
    }

    private void addDevices(XmlElement all) {
        all.children("device")
                .forEach(d -> d.attribute("id")
                        .flatMap(Device::byId)
                        .ifPresent(device -> devices.put(device, isSupported(d))));
    }

    private static boolean isSupported(XmlElement element) {
        return !"false".equals(element.attribute("supported").orElse("true"));
    }

    private void addNeeds(XmlElement resources) {
        String arch = resources.attribute("arch").orElse(Needs.ANY_ARCH);
        Needs said = new Needs(
                arch,
                number(resources, "recommended", "ram"),
                number(resources, "minimum", "ram"),
                number(resources, "network-install", "ram"),
                number(resources, "recommended", "storage"),
                number(resources, "minimum", "storage"),
                (int) number(resources, "recommended", "n-cpus"),
                (int) number(resources, "minimum", "n-cpus"));
        needs.merge(arch, said, (before, now) -> now.orFrom(before));
    }

    /** 0 when it is missing or no number. */
    private static long number(XmlElement element, String... path) {
        try {
            return element.text(path).map(Long::parseLong).filter(n -> n > 0).orElse(0L);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void addVariant(XmlElement variant) {
        String name = variant.children("name")
                .filter(n -> n.attributes().isEmpty())
                .map(XmlElement::text)
                .findFirst()
                .orElse("");
        variant.attribute("id").ifPresent(v -> variantNames.put(v, name));
    }

    private void addImage(XmlElement image) {
        String url = image.text("url").orElse("");
        if (url.startsWith("http")) {
            images.add(new ReadyImage(
                    image.attribute("arch").orElse(""),
                    image.attribute("format").orElse(""),
                    "true".equals(image.attribute("cloud-init").orElse("")),
                    url));
        }
    }
}
