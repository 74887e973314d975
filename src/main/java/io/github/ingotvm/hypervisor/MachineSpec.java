package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.KernelBoot;
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
 * @param disks paths of qcow2 volumes, first the one to boot from
 * @param media paths of discs in CD drives, first the one to boot from when the disk cannot be
 */
public record MachineSpec(
        MachineId id,
        String name,
        String title,
        long memory,
        int cpus,
        Boot boot,
        Acceleration acceleration,
        List<String> disks,
        List<String> media,
        GuestHardware hardware,
        OnReboot onReboot,
        Mark mark) {
    public MachineSpec {
        disks = List.copyOf(disks);
        media = List.copyOf(media);
    }

    public MachineSpec with(Mark other) {
        return new MachineSpec(
                id, name, title, memory, cpus, boot, acceleration, disks, media, hardware, onReboot, other);
    }

    /**
     * What the machine boots with.
     *
     * @param nvram where the firmware's variables shall live; needed with UEFI; made from the firmware's template at first start
     * @param secureBoot whether the firmware only starts what is signed; with UEFI only
     * @param tpm a TPM 2.0; its content is kept by the hypervisor, and is no part of snapshots
     * @param kernel what is started in place of the disks; it must be signed for Secure Boot
     */
    public record Boot(
            Firmware firmware, Optional<String> nvram, boolean secureBoot, boolean tpm, Optional<KernelBoot> kernel) {
        /** What is on the disks. */
        public Boot(Firmware firmware, Optional<String> nvram, boolean secureBoot, boolean tpm) {
            this(firmware, nvram, secureBoot, tpm, Optional.empty());
        }

        public static final Boot BIOS = new Boot(Firmware.BIOS, Optional.empty(), false, false);

        public static Boot uefi(String nvram) {
            return new Boot(Firmware.UEFI, Optional.of(nvram), false, false);
        }
    }
}
