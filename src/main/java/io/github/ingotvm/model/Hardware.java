package io.github.ingotvm.model;

import java.util.List;
import java.util.Optional;

/**
 * What a machine is made of, read from its definition.
 *
 * @param memory in bytes
 * @param cpus virtual CPUs
 * @param nvram path of the file with the firmware's variables; only with UEFI
 * @param disks every drive, in definition order
 * @param kernel what is started in place of the disks
 * @param tpm whether it has a TPM, whose content the hypervisor keeps apart from the disks
 */
public record Hardware(
        long memory,
        int cpus,
        Firmware firmware,
        Optional<String> nvram,
        Acceleration acceleration,
        List<Disk> disks,
        List<Nic> nics,
        Optional<KernelBoot> kernel,
        boolean tpm) {
    public Hardware {
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
    }

    /** A machine that starts what is on its disks, without a TPM. */
    public Hardware(
            long memory,
            int cpus,
            Firmware firmware,
            Optional<String> nvram,
            Acceleration acceleration,
            List<Disk> disks,
            List<Nic> nics) {
        this(memory, cpus, firmware, nvram, acceleration, disks, nics, Optional.empty(), false);
    }

    /** The drives that snapshots and clones must carry. */
    public List<Disk> writableDisks() {
        return disks.stream().filter(Disk::isWritableDisk).toList();
    }
}
