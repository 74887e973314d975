package io.github.ingotvm.format;

import io.github.ingotvm.format.Ovf.Disk;
import io.github.ingotvm.format.Ovf.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads OVF descriptors. */
final class OvfReader {
    private static final String CPUS = "3";
    private static final String MEMORY = "4";
    private static final String CARD = "10";
    private static final String DISK = "17";
    private static final int MOST_DISKS = 24;
    private static final int MOST_CARDS = 8;

    private final XmlElement envelope;
    private final Map<String, File> files = new HashMap<>();

    private OvfReader(XmlElement envelope) {
        this.envelope = envelope;
    }

    static Ovf read(XmlElement envelope) throws MalformedException {
        return new OvfReader(envelope).read();
    }

    private Ovf read() throws MalformedException {
        if (!envelope.name().equals("Envelope")) {
            throw new MalformedException("it is no OVF descriptor");
        }
        List<XmlElement> machines = envelope.descendants()
                .filter(e -> e.name().equals("VirtualSystem"))
                .toList();
        if (machines.size() != 1) {
            throw new MalformedException(
                    "it describes " + machines.size() + " machines; only descriptors of one machine can be imported");
        }
        for (XmlElement file : envelope.find("References").stream()
                .flatMap(r -> r.children("File"))
                .toList()) {
            addFile(file);
        }
        XmlElement machine = machines.get(0);
        List<XmlElement> items = items(machine);
        return new Ovf(
                machine.text("Name").or(() -> machine.attribute("id")).orElse(""),
                system(machine),
                of(items, CPUS)
                        .map(i -> number(i, "VirtualQuantity"))
                        .findFirst()
                        .map(OvfReader::count)
                        .orElse(OptionalInt.empty()),
                memory(items),
                uefi(machine),
                disks(items),
                of(items, CARD)
                        .limit(MOST_CARDS)
                        .map(i -> i.text("ResourceSubType").orElse(""))
                        .toList(),
                List.copyOf(files.values()));
    }

    private void addFile(XmlElement file) throws MalformedException {
        String name = file.attribute("href").orElse("");
        if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.contains(":") || name.startsWith(".")) {
            throw new MalformedException("it names a file outside of its folder: \"" + name + "\"");
        }
        if (file.attribute("chunkSize").isPresent()) {
            throw new MalformedException("its file " + name + " comes in pieces; join them first");
        }
        String id = file.attribute("id").orElse(name);
        long size = file.attribute("size").map(OvfReader::parse).orElse(-1L);
        files.put(id, new File(id, name, size < 0 ? OptionalLong.empty() : OptionalLong.of(size)));
    }

    /** In version 2 disks and network cards have elements of their own. */
    private static List<XmlElement> items(XmlElement machine) {
        return machine.find("VirtualHardwareSection").stream()
                .flatMap(section -> section.children().stream())
                .filter(e -> e.name().equals("Item")
                        || e.name().equals("StorageItem")
                        || e.name().equals("EthernetPortItem"))
                .toList();
    }

    private static Stream<XmlElement> of(List<XmlElement> items, String type) {
        return items.stream()
                .filter(i -> i.text("ResourceType").filter(type::equals).isPresent());
    }

    private static long number(XmlElement item, String name) {
        return item.text(name).map(OvfReader::parse).orElse(-1L);
    }

    /** -1 for what is no number. */
    private static long parse(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static OptionalInt count(long number) {
        return number > 0 && number <= 1024 ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    private static OptionalLong memory(List<XmlElement> items) throws MalformedException {
        Optional<XmlElement> item = of(items, MEMORY).findFirst();
        if (item.isEmpty() || number(item.get(), "VirtualQuantity") <= 0) {
            return OptionalLong.empty();
        }
        String unit = item.get().text("AllocationUnits").orElse("byte * 2^20");
        return OptionalLong.of(times(number(item.get(), "VirtualQuantity"), unit));
    }

    /** {@code byte * 2^20}, {@code MegaBytes}, {@code GB}, … */
    private static long times(long number, String unit) throws MalformedException {
        String plain = unit.toLowerCase(Locale.ROOT).replace(" ", "");
        long factor = factor(plain);
        if (number > Limits.DISK / factor) {
            throw new MalformedException("it claims an impossible size");
        }
        return number * factor;
    }

    private static long factor(String unit) throws MalformedException {
        int power = unit.indexOf("*2^");
        if (power >= 0) {
            long shift = parse(unit.substring(power + 3));
            if (shift < 0 || shift > 40) {
                throw new MalformedException("it measures in \"" + unit + "\", which is not known");
            }
            return 1L << shift;
        }
        return switch (unit) {
            case "", "byte", "bytes" -> 1;
            case "kilobytes", "kb", "kib" -> 1L << 10;
            case "megabytes", "mb", "mib" -> 1L << 20;
            case "gigabytes", "gb", "gib" -> 1L << 30;
            default -> throw new MalformedException("it measures in \"" + unit + "\", which is not known");
        };
    }

    /** VMware says it in its configuration, VirtualBox in a description of its own, others in neither. */
    private static boolean uefi(XmlElement machine) {
        return machine.descendants().anyMatch(e -> switch (e.name()) {
            case "Config", "ExtraConfig" ->
                e.attribute("key").filter("firmware"::equals).isPresent()
                        && e.attribute("value").filter("efi"::equals).isPresent();
            case "Firmware" ->
                e.attribute("type").filter(t -> t.startsWith("EFI")).isPresent();
            default -> false;
        });
    }

    private static String system(XmlElement machine) {
        Optional<XmlElement> section = machine.find("OperatingSystemSection");
        List<String> words = new ArrayList<>();
        section.flatMap(s -> s.attribute("osType")).ifPresent(words::add);
        section.flatMap(s -> s.text("OSType")).ifPresent(words::add);
        section.flatMap(s -> s.text("Description")).ifPresent(words::add);
        return String.join(" ", words);
    }

    private List<Disk> disks(List<XmlElement> items) throws MalformedException {
        Map<String, XmlElement> described = new HashMap<>();
        envelope.find("DiskSection").stream()
                .flatMap(s -> s.children("Disk"))
                .forEach(d -> described.put(d.attribute("diskId").orElse(""), d));
        Map<String, String> controllers = new HashMap<>();
        items.forEach(i -> controllers.put(
                i.text("InstanceID").orElse(""),
                i.text("ResourceSubType").orElse("").toLowerCase(Locale.ROOT)));
        List<Disk> disks = new ArrayList<>();
        for (XmlElement item : of(items, DISK)
                .sorted(Comparator.comparingLong((XmlElement i) -> number(i, "Parent"))
                        .thenComparingLong(i -> number(i, "AddressOnParent")))
                .toList()) {
            boolean virtio =
                    controllers.getOrDefault(item.text("Parent").orElse(""), "").contains("virtio");
            disks.add(disk(item.text("HostResource").orElse(""), described, virtio));
        }
        if (disks.isEmpty() || disks.size() > MOST_DISKS) {
            throw new MalformedException("it describes a machine with " + disks.size() + " disks");
        }
        return disks;
    }

    /** @param resource {@code ovf:/disk/ID}, {@code /disk/ID} or {@code ovf:/file/ID} */
    private Disk disk(String resource, Map<String, XmlElement> described, boolean virtio) throws MalformedException {
        String id = resource.substring(resource.lastIndexOf('/') + 1);
        if (resource.contains("/file/")) {
            return new Disk(Optional.of(file(id)), 0, virtio);
        }
        XmlElement disk = described.get(id);
        if (disk == null) {
            throw new MalformedException("it names a disk \"" + id + "\" that it does not describe");
        }
        if (disk.attribute("parentRef").isPresent()) {
            throw new MalformedException("its disk " + id + " is a difference to another one; export it whole");
        }
        long capacity = disk.attribute("capacity").map(OvfReader::parse).orElse(0L);
        long bytes = capacity <= 0
                ? 0
                : times(capacity, disk.attribute("capacityAllocationUnits").orElse("byte"));
        Optional<String> ref = disk.attribute("fileRef");
        return new Disk(ref.isPresent() ? Optional.of(file(ref.get())) : Optional.empty(), bytes, virtio);
    }

    private File file(String id) throws MalformedException {
        File file = files.get(id);
        if (file == null) {
            throw new MalformedException("it refers to a file \"" + id + "\" that it does not name");
        }
        return file;
    }
}
