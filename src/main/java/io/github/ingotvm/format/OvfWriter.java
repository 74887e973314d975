package io.github.ingotvm.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the descriptor of an appliance (OVF 1.1, DMTF DSP0243) for tools that know nothing of where it comes from: with devices that
 * all of them have.
 */
public final class OvfWriter {
    private static final int FIRST_DISK = 10;

    private final Machine machine;
    private final List<Disk> disks;
    private final Map<String, Long> files;

    /**
     * The machine.
     *
     * @param annotation what it is for, for people; may be empty
     * @param system what its operating system is called; may be empty
     * @param memory bytes
     * @param ide whether its disks are on IDE, else on SATA
     * @param cards how many network cards it has
     */
    public record Machine(
            String name,
            String annotation,
            String system,
            long memory,
            int cpus,
            boolean uefi,
            boolean ide,
            int cards) {}

    /** @param file the file that holds it; empty for a disk that is empty */
    record Disk(String target, long size, Optional<String> file) {}

    /** @param files all that belong to it, with their sizes, in the order in which they come */
    OvfWriter(Machine machine, List<Disk> disks, Map<String, Long> files) {
        this.machine = machine;
        this.disks = disks;
        this.files = files;
    }

    String text() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1"
                    xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
                    xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
                    xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData"
                    xmlns:vmw="http://www.vmware.com/schema/ovf">
                  <References>
                %s  </References>
                  <DiskSection>
                    <Info>The disks</Info>
                %s  </DiskSection>
                  <NetworkSection>
                    <Info>The networks</Info>
                    <Network ovf:name="NAT">
                      <Description>The network that the host offers</Description>
                    </Network>
                  </NetworkSection>
                  <VirtualSystem ovf:id="machine">
                    <Info>A virtual machine</Info>
                    <Name>%s</Name>
                %s    <OperatingSystemSection ovf:id="1">
                      <Info>The operating system</Info>
                      <Description>%s</Description>
                    </OperatingSystemSection>
                    <VirtualHardwareSection>
                      <Info>The devices</Info>
                      <System>
                        <vssd:ElementName>Virtual Hardware Family</vssd:ElementName>
                        <vssd:InstanceID>0</vssd:InstanceID>
                        <vssd:VirtualSystemIdentifier>%s</vssd:VirtualSystemIdentifier>
                        <vssd:VirtualSystemType>vmx-10</vssd:VirtualSystemType>
                      </System>
                %s%s    </VirtualHardwareSection>
                  </VirtualSystem>
                </Envelope>
                """.formatted(
                        files.entrySet().stream()
                                .map(f -> "    <File ovf:id=\"file-%s\" ovf:href=\"%s\" ovf:size=\"%d\"/>\n"
                                        .formatted(escape(f.getKey()), escape(f.getKey()), f.getValue()))
                                .collect(Collectors.joining()),
                        disks.stream().map(OvfWriter::disk).collect(Collectors.joining()),
                        escape(machine.name()),
                        annotation(),
                        escape(machine.system().isEmpty() ? "Other" : machine.system()),
                        escape(machine.name()),
                        items(),
                        machine.uefi()
                                ? "      <vmw:Config ovf:required=\"false\" vmw:key=\"firmware\" vmw:value=\"efi\"/>\n"
                                : "");
    }

    private static String disk(Disk disk) {
        String ref =
                disk.file().map(f -> " ovf:fileRef=\"file-" + escape(f) + "\"").orElse("");
        return """
                    <Disk ovf:diskId="%s"%s ovf:capacity="%d" ovf:capacityAllocationUnits="byte" \
                ovf:format="http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized"/>
                """.formatted(escape(disk.target()), ref, disk.size());
    }

    private String annotation() {
        return machine.annotation().isEmpty() ? "" : """
                    <AnnotationSection>
                      <Info>What it is for</Info>
                      <Annotation>%s</Annotation>
                    </AnnotationSection>
                """.formatted(escape(machine.annotation()));
    }

    private String items() {
        StringBuilder items = new StringBuilder();
        items.append(item("%d virtual processors".formatted(machine.cpus()), 1, 3, """
                        <rasd:VirtualQuantity>%d</rasd:VirtualQuantity>
                """.formatted(machine.cpus())));
        long mib = Math.max(1, machine.memory() >> 20);
        items.append(item("%d MiB of memory".formatted(mib), 2, 4, """
                        <rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits>
                        <rasd:VirtualQuantity>%d</rasd:VirtualQuantity>
                """.formatted(mib)));
        items.append(machine.ide() ? item("IDE controller", 3, 5, "") : item("SATA controller", 3, 20, """
                                        <rasd:ResourceSubType>vmware.sata.ahci</rasd:ResourceSubType>
                                """));
        for (int i = 0; i < disks.size(); i++) {
            items.append(item("Disk " + disks.get(i).target(), FIRST_DISK + i, 17, """
                            <rasd:AddressOnParent>%d</rasd:AddressOnParent>
                            <rasd:HostResource>ovf:/disk/%s</rasd:HostResource>
                            <rasd:Parent>3</rasd:Parent>
                    """.formatted(
                            i, escape(disks.get(i).target()))));
        }
        for (int i = 0; i < machine.cards(); i++) {
            items.append(item("Network card " + (i + 1), FIRST_DISK + disks.size() + i, 10, """
                            <rasd:AutomaticAllocation>true</rasd:AutomaticAllocation>
                            <rasd:Connection>NAT</rasd:Connection>
                            <rasd:ResourceSubType>E1000</rasd:ResourceSubType>
                    """));
        }
        return items.toString();
    }

    /** The fields of an item come in the order of their names. */
    private static String item(String name, int instance, int type, String fields) {
        String own = "        <rasd:ElementName>%s</rasd:ElementName>\n        <rasd:InstanceID>%d</rasd:InstanceID>\n"
                .formatted(escape(name), instance);
        String resource = "        <rasd:ResourceType>%d</rasd:ResourceType>\n".formatted(type);
        String all = (fields + own + resource)
                .lines()
                .sorted(java.util.Comparator.comparing(l -> l.substring(0, l.indexOf('>'))))
                .collect(Collectors.joining("\n", "", "\n"));
        return "      <Item>\n" + all + "      </Item>\n";
    }

    /** For text and attributes; what XML cannot hold is left out. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || (c >= ' ' && c != 0xfffe && c != 0xffff))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&apos;");
                        case '\n' -> safe.append("&#10;");
                        default -> safe.appendCodePoint(c);
                    }
                });
        return safe.toString();
    }
}
