package io.github.ingotvm.libvirt.xml;

import java.util.Optional;

/**
 * What a host offers to new machines.
 *
 * @param arch {@code x86_64}, …
 * @param machine machine type
 * @param uefiLoader path of a UEFI firmware without Secure Boot
 * @param secureBoot whether there is a UEFI firmware with Secure Boot, whose keys are enrolled
 * @param tpm whether machines can be given a TPM 2.0
 * @param virtioVideo whether the emulator has virtio video
 * @param clipboard whether the emulator can share the clipboard without SPICE, and still save a machine's memory
 * @param bridge name of a bridge that new machines may be put on; empty for user networking
 */
public record HostDevices(
        String arch,
        String machine,
        Optional<String> uefiLoader,
        boolean secureBoot,
        boolean tpm,
        boolean virtioVideo,
        boolean clipboard,
        Optional<String> bridge) {}
