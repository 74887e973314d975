package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.Chipset;
import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.hypervisor.GuestHardware.NicModel;
import io.github.ingotvm.hypervisor.GuestHardware.Sound;
import io.github.ingotvm.hypervisor.GuestHardware.VideoModel;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every device that Ingot may choose is one that QEMU has, and the machines with the rarer ones can be worked with. */
class HardwareIT {
    private World world;

    @BeforeEach
    void open() {
        world = World.create();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void machinesWithEveryDeviceStart() {
        try (Hypervisor hypervisor = world.libvirt().connect()) {
            for (GuestHardware hardware : List.of(
                    modern(DiskBus.VIRTIO, NicModel.VIRTIO, VideoModel.VIRTIO, Sound.ICH9),
                    modern(DiskBus.SATA, NicModel.E1000E, VideoModel.VGA, Sound.NONE),
                    old(NicModel.E1000, VideoModel.VGA, Sound.ICH6),
                    old(NicModel.RTL8139, VideoModel.CIRRUS, Sound.AC97),
                    old(NicModel.PCNET, VideoModel.VGA, Sound.ES1370),
                    old(NicModel.NE2000, VideoModel.VGA, Sound.NONE))) {
                MachineId id =
                        hypervisor.machines().define(hypervisor.definitions().compose(spec(hypervisor, hardware)));
                hypervisor.power().start(id);
                hypervisor.power().destroy(id);
            }
        }
        world.deleteEverything();
        assertThat(world.files()).isEmpty();
    }

    private static GuestHardware modern(DiskBus disks, NicModel nic, VideoModel video, Sound sound) {
        return new GuestHardware(Chipset.MODERN, disks, List.of(nic), video, sound, true, false);
    }

    private static GuestHardware old(NicModel nic, VideoModel video, Sound sound) {
        return new GuestHardware(Chipset.PC, DiskBus.IDE, List.of(nic), video, sound, false, true);
    }

    private static MachineSpec spec(Hypervisor hypervisor, GuestHardware hardware) {
        String name = "hw-" + hardware.cards().get(0).name().toLowerCase(Locale.ROOT);
        return new MachineSpec(
                new MachineId(UUID.randomUUID()),
                name,
                "",
                32 * World.MIB,
                1,
                MachineSpec.Boot.BIOS,
                Acceleration.TCG,
                List.of(hypervisor
                        .volumes()
                        .create(name + ".vda.0123456789ab.qcow2", World.MIB)
                        .path()),
                List.of(),
                hardware,
                OnReboot.RESTART,
                Mark.NONE);
    }

    @Test
    void aMachineWithSecureBootAndATpmCanBeSnapshotClonedAndDeleted() throws IOException {
        HostView host = world.services().host();
        assumeThat(host.secureBoot() && host.tpm()).as("this host has both").isTrue();
        InstallRequest request = new InstallRequest(
                "secure",
                new InstallRequest.Source.Image(Demo.disk()),
                128 * World.MIB,
                1,
                0,
                Firmware.UEFI,
                Optional.of("win11"),
                true,
                true);
        VirtualMachine machine = world.services().installer().create(request, Progress.NONE);
        String live = world.virsh().run("dumpxml", machine.id().toString());
        assertThat(live).contains("secure='yes'", "<tpm model='tpm-crb'>", "offset='localtime'");
        assertThat(Files.size(Path.of(machine.hardware().nvram().orElseThrow())))
                .as("the variables, with the keys in them")
                .isPositive();
        assertThat(machine.hardware().tpm()).isTrue();
        theTpmGoesBackWithTheMemory(machine);
        world.services().power().forceOff(machine.id());
        assertThat(tpms()).hasSize(1);

        world.services().golden().promote(machine.id(), world.snapshotCalled(machine.id(), "Just Imported"), "");
        VirtualMachine clone = world.clones(machine.id(), "cast").get(0);
        assertThat(clone.hardware().nvram()).isNotEqualTo(machine.hardware().nvram());
        world.services().power().start(clone.id());
        assertThat(world.require(clone.id()).state()).isEqualTo(PowerState.RUNNING);
        assertThat(world.virsh().run("dumpxml", clone.id().toString())).contains("secure='yes'", "<tpm ");

        assertThat(tpms()).as("a TPM of its own, made at its first start").hasSize(2);
        aDisposableClonesTpmGoesWithItUnlessItIsKept(machine);

        world.deleteEverything();
        assertThat(world.files()).isEmpty();
        assertThat(world.check()).isEmpty();
        assertThat(tpms()).as("libvirt removes them with their machines").isEmpty();
    }

    private void aDisposableClonesTpmGoesWithItUnlessItIsKept(VirtualMachine machine) throws IOException {
        for (boolean kept : List.of(false, true)) {
            VirtualMachine passing = world.services().disposables().run(machine.id(), new From.Golden(), "passing");
            assertThat(tpms()).as("while it runs").hasSize(3);
            if (kept) {
                world.services().disposables().keep(passing.id());
            }
            world.services().power().forceOff(passing.id());
            assertThat(tpms()).as(kept ? "kept" : "gone").hasSize(kept ? 3 : 2);
            if (kept) {
                world.services().power().start(passing.id());
            }
        }
    }

    private void theTpmGoesBackWithTheMemory(VirtualMachine machine) throws IOException {
        SnapshotId live = world.services()
                .snapshotter()
                .take(machine.id(), new Snapshotter.Request("Live", "", true))
                .id();
        Path tpm = tpms().get(0);
        byte[] then = Files.readAllBytes(tpm);
        world.services().power().forceOff(machine.id());
        world.services().power().start(machine.id());
        // The firmware tells the TPM of every start.
        await().atMost(Guest.PATIENCE).until(() -> !Arrays.equals(Files.readAllBytes(tpm), then));
        world.services().power().forceOff(machine.id());

        world.services().reverter().revert(machine.id(), live, Optional.empty()).settle();

        assertThat(tpm).hasBinaryContent(then);
    }

    /** What TPMs keep, where libvirt keeps it. */
    private List<Path> tpms() throws IOException {
        try (Stream<Path> files = Files.walk(world.libvirt().folder())) {
            return files.filter(f -> f.getFileName().toString().startsWith("tpm2-00.permall"))
                    .toList();
        }
    }
}
