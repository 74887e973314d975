package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import java.util.List;
import java.util.Optional;

/**
 * What a new machine shall be.
 *
 * @param name domain name
 * @param title free text, or empty
 * @param memory bytes
 * @param nvram where the firmware's variables shall live; needed with UEFI; made from the firmware's template at first start
 * @param disks paths of qcow2 volumes, first the one to boot from
 * @param medium path of an installation medium in a CD drive, booted when the disk cannot be
 * @param legacyDevices SATA and e1000e in place of virtio, for systems without virtio drivers
 */
public record MachineSpec(
        MachineId id,
        String name,
        String title,
        long memory,
        int cpus,
        Firmware firmware,
        Optional<String> nvram,
        Acceleration acceleration,
        List<String> disks,
        Optional<String> medium,
        boolean legacyDevices,
        OnReboot onReboot,
        Mark mark) {
    public MachineSpec {
        disks = List.copyOf(disks);
    }
}
