package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.osinfo.InstallMedium;
import io.github.ingotvm.osinfo.Medium;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.Recognition;
import io.github.ingotvm.unattended.Target;
import java.nio.file.Path;
import java.util.Optional;

/** What an installer finds itself on, put together from what is known of disc, system and machine. */
final class InstallTarget {
    private InstallTarget() {}

    /**
     * @param found what is on the disc
     * @param named the system that the user names, which goes before it
     */
    static Optional<Target> of(
            Path disc,
            Optional<Recognition> found,
            Optional<OperatingSystem> named,
            String arch,
            boolean uefi,
            GuestHardware hardware) {
        Optional<OperatingSystem> os = named.or(() -> found.map(Recognition::os));
        Optional<InstallMedium> medium = found.filter(
                        f -> named.isEmpty() || named.get().id().equals(f.os().id()))
                .map(Recognition::medium)
                .or(() -> os.flatMap(o -> usual(o, arch)));
        return os.map(o -> new Target(
                o.shortId(),
                o.distro(),
                o.version(),
                arch,
                uefi,
                hardware.disks() == DiskBus.VIRTIO ? "vda" : "sda",
                medium.filter(InstallMedium::live).isPresent(),
                medium.map(InstallMedium::scripted).orElse(true),
                Medium.read(disc).volume(),
                medium.map(InstallMedium::kernel).orElse(""),
                medium.map(InstallMedium::initrd).orElse("")));
    }

    /** Where a system's own discs have their kernel, when this one is not known. */
    private static Optional<InstallMedium> usual(OperatingSystem os, String arch) {
        return os.media().stream()
                .filter(m -> m.arch().equals(arch)
                        && !m.live()
                        && !m.kernel().isEmpty()
                        && !m.url().endsWith("/"))
                .findFirst();
    }
}
