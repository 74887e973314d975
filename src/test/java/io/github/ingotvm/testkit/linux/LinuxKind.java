package io.github.ingotvm.testkit.linux;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which Linux guest: what it is made of beside busybox.
 *
 * @param folder of the cache
 * @param kernels packages, of which the first that the release has is taken
 * @param packages more of them; their libraries are this computer's own, which runs tests of windows and has them
 * @param drivers more modules, in the order in which they are loaded
 */
record LinuxKind(String folder, List<String> kernels, List<String> packages, List<String> drivers) {
    /** A shell on the serial port and one on a screen that the firmware knows; the smallest kernel that the release has. */
    static final LinuxKind CONSOLE = new LinuxKind(
            "linux",
            // Debian's for clouds, Ubuntu's for virtual machines, Debian's for all.
            List.of("linux-image-cloud-amd64", "linux-image-virtual", "linux-image-amd64"),
            List.of(),
            List.of());

    /** An X server on a graphics card that can do any size, the SPICE agent, and a driver of mice. */
    static final LinuxKind DESKTOP = new LinuxKind(
            "linux-desktop",
            List.of("linux-image-amd64", "linux-image-generic"),
            List.of("xserver-xorg-core", "libxcvt0", "x11-xserver-utils", "xclip", "spice-vdagent"),
            List.of("drm", "drm_kms_helper", "drm_shmem_helper", "virtio_dma_buf", "virtio-gpu", "psmouse"));

    /** In the order in which they are loaded; what the kernel has built in is left out. */
    private static final List<String> MODULES = List.of(
            "virtio_ring",
            "virtio",
            "virtio_pci_modern_dev",
            "virtio_pci_legacy_dev",
            "virtio_pci",
            "virtio_blk",
            "virtio_console",
            "button");

    List<String> modules() {
        return Stream.concat(MODULES.stream(), drivers.stream()).toList();
    }
}
