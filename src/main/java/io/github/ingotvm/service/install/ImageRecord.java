package io.github.ingotvm.service.install;

import io.github.ingotvm.format.MalformedException;
import io.github.ingotvm.format.OvfWriter;
import io.github.ingotvm.format.XmlElement;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.Chipset;
import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.hypervisor.GuestHardware.NicModel;
import io.github.ingotvm.hypervisor.GuestHardware.Sound;
import io.github.ingotvm.hypervisor.GuestHardware.VideoModel;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.GoldenVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an exported golden image tells of itself, beside what other tools understand. Nothing in it belongs to the host that it was exported
 * on.
 *
 * @param name of the golden image
 * @param version as it was; without seals, which are of files
 * @param snapshotName what people called the snapshot that it was
 */
public record ImageRecord(
        String name, String note, GoldenVersion version, String snapshotName, Machine machine, List<Disk> disks) {
    public ImageRecord {
        disks = List.copyOf(disks);
    }

    /**
     * The machine.
     *
     * @param memory bytes
     * @param osId osinfo id, when known
     */
    public record Machine(
            long memory,
            int cpus,
            Firmware firmware,
            boolean secureBoot,
            boolean tpm,
            Optional<String> osId,
            GuestHardware hardware) {}

    /**
     * A disk, in the order in which the machine has them.
     *
     * @param target its drive's name
     * @param capacity bytes
     * @param content digest of what a guest sees on it; empty for one that clones receive empty
     */
    public record Disk(String target, DiskRole role, long capacity, Optional<String> content) {}

    private static final String ROOT = "ingot-golden-image";
    private static final int FORM = 1;

    public String text() {
        GuestHardware hardware = machine.hardware();
        StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n");
        xml.append("<%s form='%d'>\n".formatted(ROOT, FORM));
        xml.append("  <name>%s</name>\n  <note>%s</note>\n".formatted(OvfWriter.escape(name), OvfWriter.escape(note)));
        xml.append("""
                  <version number='%d' promoted='%s'>
                    <note>%s</note>
                    <author>%s</author>
                    <snapshot>%s</snapshot>
                  </version>
                """.formatted(
                        version.number(),
                        version.promoted(),
                        OvfWriter.escape(version.note()),
                        OvfWriter.escape(version.author()),
                        OvfWriter.escape(snapshotName)));
        xml.append("  <machine memory='%d' cpus='%d' firmware='%s' secure-boot='%b' tpm='%b' os='%s'>\n"
                .formatted(
                        machine.memory(),
                        machine.cpus(),
                        machine.firmware(),
                        machine.secureBoot(),
                        machine.tpm(),
                        OvfWriter.escape(machine.osId().orElse(""))));
        xml.append("    <devices chipset='%s' disks='%s' video='%s' sound='%s' usb3='%b' local-time='%b'/>\n"
                .formatted(
                        hardware.chipset(),
                        hardware.disks(),
                        hardware.video(),
                        hardware.sound(),
                        hardware.usb3(),
                        hardware.localTime()));
        hardware.cards().forEach(c -> xml.append("    <card model='%s'/>\n".formatted(c)));
        xml.append("  </machine>\n");
        for (Disk disk : disks) {
            xml.append("  <disk target='%s' role='%s' capacity='%d' content='%s'/>\n"
                    .formatted(
                            OvfWriter.escape(disk.target()),
                            disk.role(),
                            disk.capacity(),
                            disk.content().orElse("")));
        }
        return xml.append("</" + ROOT + ">\n").toString();
    }

    /** From what stands beside an appliance's descriptor. {@link MalformedException} when it cannot be what Ingot wrote. */
    public static ImageRecord read(XmlElement root) throws MalformedException {
        try {
            if (!root.name().equals(ROOT) || Integer.parseInt(attribute(root, "form")) != FORM) {
                throw new MalformedException("its note of the golden image is of a form that this Ingot does not know");
            }
            XmlElement version = root.find("version").orElseThrow();
            return new ImageRecord(
                    root.text("name").orElseThrow(),
                    root.text("note").orElse(""),
                    new GoldenVersion(
                            within(Integer.parseInt(attribute(version, "number")), 1_000_000),
                            new io.github.ingotvm.model.SnapshotId("imported"),
                            version.text("note").orElse(""),
                            version.text("author").orElse(""),
                            Instant.parse(attribute(version, "promoted")),
                            List.of()),
                    version.text("snapshot").orElse("Golden"),
                    machine(root.find("machine").orElseThrow()),
                    root.children("disk").map(ImageRecord::disk).toList());
        } catch (IllegalArgumentException | DateTimeException | java.util.NoSuchElementException e) {
            throw new MalformedException("its note of the golden image is damaged", e);
        }
    }

    private static String attribute(XmlElement element, String name) {
        return element.attribute(name).orElseThrow();
    }

    private static int within(int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("no such number: " + number);
        }
        return number;
    }

    private static Machine machine(XmlElement e) {
        XmlElement devices = e.find("devices").orElseThrow();
        return new Machine(
                Long.parseLong(attribute(e, "memory")),
                within(Integer.parseInt(attribute(e, "cpus")), 4096),
                Firmware.valueOf(attribute(e, "firmware")),
                Boolean.parseBoolean(attribute(e, "secure-boot")),
                Boolean.parseBoolean(attribute(e, "tpm")),
                e.attribute("os").filter(o -> !o.isEmpty()),
                new GuestHardware(
                        Chipset.valueOf(attribute(devices, "chipset")),
                        DiskBus.valueOf(attribute(devices, "disks")),
                        e.children("card")
                                .map(c -> NicModel.valueOf(attribute(c, "model")))
                                .limit(8)
                                .toList(),
                        VideoModel.valueOf(attribute(devices, "video")),
                        Sound.valueOf(attribute(devices, "sound")),
                        Boolean.parseBoolean(attribute(devices, "usb3")),
                        Boolean.parseBoolean(attribute(devices, "local-time"))));
    }

    private static Disk disk(XmlElement e) {
        return new Disk(
                attribute(e, "target"),
                DiskRole.valueOf(attribute(e, "role")),
                Long.parseLong(attribute(e, "capacity")),
                e.attribute("content").filter(c -> c.matches("[0-9a-f]{64}")));
    }

    /** The machine as advice for making it anew. */
    Advice fit(Advice advice) {
        return new Advice(
                machine.osId().orElse(advice.osId()),
                advice.name(),
                machine.memory(),
                machine.cpus(),
                advice.disk(),
                machine.firmware(),
                machine.secureBoot(),
                machine.tpm(),
                machine.hardware(),
                advice.lastReboot(),
                advice.notes());
    }
}
