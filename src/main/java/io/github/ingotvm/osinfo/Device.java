package io.github.ingotvm.osinfo;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The devices that matter when hardware is chosen, each with its ids in the database, which are URLs. */
public enum Device {
    VIRTIO_BLOCK("pcisig.com/pci/1af4/1001 pcisig.com/pci/1af4/1042"),
    VIRTIO_SCSI("pcisig.com/pci/1af4/1004 pcisig.com/pci/1af4/1048"),
    VIRTIO_NET("pcisig.com/pci/1af4/1000 pcisig.com/pci/1af4/1041"),
    VIRTIO_GPU("pcisig.com/pci/1af4/1050"),
    VIRTIO_CONSOLE("pcisig.com/pci/1af4/1003 pcisig.com/pci/1af4/1043"),
    VIRTIO_RNG("pcisig.com/pci/1af4/1005 pcisig.com/pci/1af4/1044"),
    VIRTIO_BALLOON("pcisig.com/pci/1af4/1002 pcisig.com/pci/1af4/1045"),
    QXL("pcisig.com/pci/1b36/0100"),
    VGA("pcisig.com/pci/1234/1111"),
    CIRRUS("pcisig.com/pci/1013/00b8"),
    E1000("pcisig.com/pci/8086/100e"),
    E1000E("pcisig.com/pci/8086/10d3"),
    RTL8139("pcisig.com/pci/10ec/8139"),
    PCNET("pcisig.com/pci/1022/2000"),
    NE2000("pcisig.com/pci/10ec/8029"),
    AC97("pcisig.com/pci/8086/2415"),
    ICH6("pcisig.com/pci/8086/2668"),
    ICH9("pcisig.com/pci/8086/293e"),
    ES1370("pcisig.com/pci/1274/5000"),
    XHCI("pcisig.com/pci/1b36/0004 pcisig.com/pci/1033/0194"),
    TABLET("usb.org/usb/80ee/0021"),
    Q35("qemu.org/chipset/x86/q35");

    private static final Map<String, Device> BY_ID = Arrays.stream(values())
            .flatMap(d -> Arrays.stream(d.ids.split(" ")).map(id -> Map.entry("http://" + id, d)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String ids;

    Device(String ids) {
        this.ids = ids;
    }

    static Optional<Device> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
