package io.github.ingotvm.testkit.linux;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.testkit.PrivateLibvirt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Function;

/** Machines that run the Linux guest: from memory, with an empty disk for the guest to format. */
public final class LinuxMachine {
    private static final long MIB = 1L << 20;
    private static final long MEMORY = 128 * MIB;
    private static final String DEBIAN = "http://debian.org/debian/12";
    private static final String DISK = "256M";

    private LinuxMachine() {}

    /** Makes one, off, as people would from an image; then gives it a kernel to boot, as another tool would. */
    public static VirtualMachine make(Services services, PrivateLibvirt libvirt, String name) {
        return make(services, libvirt, request(name, MEMORY, Optional.empty()), LinuxImage.get());
    }

    /** The same with an X server and the SPICE agent, as Ingot makes machines for Debian; {@code /sbin/desktop} starts both. */
    public static VirtualMachine desktop(Services services, PrivateLibvirt libvirt, String name) {
        return make(services, libvirt, request(name, 3 * MEMORY, Optional.of(DEBIAN)), LinuxImage.desktop());
    }

    private static VirtualMachine make(
            Services services, PrivateLibvirt libvirt, Function<Path, InstallRequest> request, LinuxImage image) {
        try {
            Path folder = folder(libvirt, image);
            Path kernel = give(image.kernel(), folder);
            Path initrd = give(image.initrd(), folder);
            Path disk = folder.resolve("empty.qcow2");
            Programs.text(folder, "qemu-img", "create", "-q", "-f", "qcow2", disk.toString(), DISK);
            VirtualMachine machine = services.installer().create(request.apply(disk), Progress.NONE);
            boot(libvirt, machine, kernel, initrd);
            return services.inventory().require(machine.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Function<Path, InstallRequest> request(String name, long memory, Optional<String> system) {
        return disk -> new InstallRequest(
                name, new InstallRequest.Source.Image(disk), memory, 1, 0, Firmware.BIOS, system, true, false);
    }

    private static void boot(PrivateLibvirt libvirt, VirtualMachine machine, Path kernel, Path initrd) {
        String xml = machine.definition().document().replaceFirst("(<type arch=.*</type>)", """
                $1
                <kernel>%s</kernel>
                <initrd>%s</initrd>
                <cmdline>%s</cmdline>""".formatted(
                        kernel, initrd, LinuxImage.OPTIONS));
        try (Hypervisor hypervisor = libvirt.connect()) {
            hypervisor.machines().define(new Definition(xml));
        }
    }

    /** Where a libvirt of another user can read it. */
    private static Path folder(PrivateLibvirt libvirt, LinuxImage image) throws IOException {
        Path folder =
                Files.createDirectories(libvirt.shared().resolve("linux-" + Integer.toHexString(image.hashCode())));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static Path give(Path file, Path folder) throws IOException {
        Path copy = folder.resolve(file.getFileName());
        if (!Files.exists(copy)) {
            Files.copy(file, copy, REPLACE_EXISTING);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        }
        return copy;
    }
}
