package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.Chipset;
import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.hypervisor.GuestHardware.NicModel;
import io.github.ingotvm.hypervisor.GuestHardware.Sound;
import io.github.ingotvm.hypervisor.GuestHardware.VideoModel;
import io.github.ingotvm.osinfo.Device;
import io.github.ingotvm.osinfo.OperatingSystem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The best devices that a system has drivers for on its own disc. */
final class HardwareChoice {
    /** From here on systems know PCI Express and AHCI, whether the database says so or not. */
    private static final LocalDate PCI_EXPRESS = LocalDate.of(2010, 1, 1);

    /** Best first. */
    private static final Map<Device, NicModel> NICS = new LinkedHashMap<>();

    private static final Map<Device, Sound> SOUNDS = new LinkedHashMap<>();

    static {
        NICS.put(Device.VIRTIO_NET, NicModel.VIRTIO);
        NICS.put(Device.E1000E, NicModel.E1000E);
        NICS.put(Device.E1000, NicModel.E1000);
        NICS.put(Device.RTL8139, NicModel.RTL8139);
        NICS.put(Device.PCNET, NicModel.PCNET);
        NICS.put(Device.NE2000, NicModel.NE2000);
        SOUNDS.put(Device.ICH9, Sound.ICH9);
        SOUNDS.put(Device.ICH6, Sound.ICH6);
        SOUNDS.put(Device.AC97, Sound.AC97);
        SOUNDS.put(Device.ES1370, Sound.ES1370);
    }

    private HardwareChoice() {}

    static GuestHardware of(OperatingSystem os) {
        Set<Device> has = os.devices();
        boolean old = isOld(os);
        boolean virtioDisk = has.contains(Device.VIRTIO_BLOCK) || (has.isEmpty() && !old && !os.isWindows());
        return new GuestHardware(
                old ? Chipset.PC : Chipset.MODERN,
                virtioDisk ? DiskBus.VIRTIO : old ? DiskBus.IDE : DiskBus.SATA,
                List.of(first(NICS, has, virtioDisk ? NicModel.VIRTIO : old ? NicModel.RTL8139 : NicModel.E1000E)),
                has.contains(Device.VIRTIO_GPU) || (has.isEmpty() && virtioDisk) ? VideoModel.VIRTIO : VideoModel.VGA,
                first(SOUNDS, has, Sound.NONE),
                has.contains(Device.XHCI) || (has.isEmpty() && !old),
                os.isWindows());
    }

    private static boolean isOld(OperatingSystem os) {
        return !os.devices().contains(Device.Q35)
                && os.released().filter(date -> date.isBefore(PCI_EXPRESS)).isPresent();
    }

    private static <T> T first(Map<Device, T> choices, Set<Device> has, T otherwise) {
        return choices.entrySet().stream()
                .filter(e -> has.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
