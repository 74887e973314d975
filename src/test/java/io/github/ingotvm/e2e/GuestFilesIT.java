package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.InstalledSystem;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.work.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is inside disks, with the real libguestfs. It brings a kernel and dozens of packages, so that this runs only where it is installed already. */
class GuestFilesIT {
    private final World world = World.create();

    @AfterEach
    void close() {
        world.deleteEverything();
        world.close();
    }

    @Test
    void tellsWhichFilesDifferBetweenTwoVersionsAndWhichSystemIsInstalled() throws IOException {
        assumeThat(world.services().guestFiles().arePossible()
                        && Programs.onPath().find("guestfish").isPresent())
                .as("libguestfs is installed")
                .isTrue();
        Path image = world.file("debian.qcow2");
        guestfish(
                "disk-create " + image + " qcow2 200M",
                "add " + image + " format:qcow2",
                "run",
                "part-disk /dev/sda mbr",
                "mkfs ext4 /dev/sda1",
                "mount /dev/sda1 /",
                "mkdir-p /var/lib/dpkg",
                "mkdir /etc",
                "mkdir /bin",
                "touch /bin/sh",
                "touch /var/lib/dpkg/status",
                "write /etc/debian_version 12.5",
                "write /etc/fstab \"/dev/sda1 / ext4 defaults 0 1\\n\"",
                "write /etc/hostname first",
                "write /etc/gone gone");

        List<InstalledSystem> found = world.services().guestFiles().installed(image, Progress.NONE);
        assertThat(found).extracting(InstalledSystem::osId).containsExactly("debian12");
        assertThat(found).extracting(InstalledSystem::hostname).containsExactly("first");

        VirtualMachine machine = world.services()
                .installer()
                .create(
                        new InstallRequest(
                                "files",
                                new InstallRequest.Source.Image(image),
                                64 * World.MIB,
                                1,
                                0,
                                Firmware.BIOS,
                                Optional.empty(),
                                true,
                                false),
                        Progress.NONE);
        world.services().golden().promote(machine.id(), world.snapshotCalled(machine.id(), "Just Imported"), "");
        String disk = world.require(machine.id())
                .hardware()
                .writableDisks()
                .get(0)
                .source()
                .orElseThrow();
        guestfish(
                "add " + disk + " format:qcow2",
                "run",
                "mount /dev/sda1 /",
                // As long as before: only the content tells.
                "write /etc/hostname other",
                "touch /etc/debian_version",
                "rm /etc/gone",
                "write /etc/new hello",
                "mkdir /home");
        world.services()
                .golden()
                .promote(
                        machine.id(),
                        world.services()
                                .snapshotter()
                                .take(machine.id(), new Snapshotter.Request("Changed"))
                                .id(),
                        "");

        assertThat(world.services().guestFiles().compare(machine.id(), 1, 2, Progress.NONE))
                .extracting(c -> c.kind() + " " + c.path())
                .containsExactlyInAnyOrder(
                        "CHANGED /etc/hostname", "REMOVED /etc/gone", "ADDED /etc/new", "ADDED /home");
        assertThat(world.check()).isEmpty();
    }

    private void guestfish(String... lines) throws IOException {
        Path script = Files.write(world.file("script.fish"), Arrays.asList(lines));
        Command.run(List.of(
                "env",
                "LIBGUESTFS_BACKEND=direct",
                "LIBGUESTFS_BACKEND_SETTINGS=force_tcg",
                "guestfish",
                "-f",
                script.toString()));
    }
}
