package io.github.ingotvm.service.install;

import io.github.ingotvm.model.Acceleration;

/**
 * The host, for people.
 *
 * @param uri of the connection
 * @param version of hypervisor and manager
 * @param cpus logical CPUs
 * @param memory bytes
 * @param note why the acceleration is what it is; empty when there is nothing to say
 * @param uefi whether machines with UEFI can be made
 * @param secureBoot whether they can be made to start only what is signed
 * @param tpm whether machines can have a TPM 2.0
 * @param free bytes left for disks
 */
public record HostView(
        String uri,
        String version,
        int cpus,
        long memory,
        Acceleration acceleration,
        String note,
        boolean uefi,
        boolean secureBoot,
        boolean tpm,
        long free) {}
