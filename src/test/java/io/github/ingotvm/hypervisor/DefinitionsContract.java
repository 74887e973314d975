package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.hypervisor.DefinitionEdit.Identity;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.KernelBoot;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Nic;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Promises of {@link Definitions}. */
interface DefinitionsContract extends Contract {
    private Definitions definitions() {
        return rig().hypervisor.definitions();
    }

    private MachineSpec spec(Firmware firmware, boolean legacy) {
        return new MachineSpec(
                new MachineId(UUID.randomUUID()),
                "composed",
                "A title",
                256L << 20,
                2,
                firmware == Firmware.UEFI ? MachineSpec.Boot.uefi("/pool/composed.fd") : MachineSpec.Boot.BIOS,
                Acceleration.TCG,
                List.of("/pool/a.qcow2", "/pool/b.qcow2"),
                List.of("/media/installer.iso"),
                legacy ? GuestHardware.WITHOUT_VIRTIO : GuestHardware.MODERN,
                OnReboot.DESTROY,
                Mark.NONE);
    }

    @Test
    default void tellsWhatAMachineIsLike() {
        Definition definition = rig().definition(rig().unique("like"), rig().image());

        Makeup makeup = rig().hypervisor.definitions().makeup(definition);

        assertThat(makeup.hardware().disks()).isEqualTo(GuestHardware.DiskBus.VIRTIO);
        assertThat(makeup.hardware().cards()).containsExactly(GuestHardware.NicModel.VIRTIO);
        assertThat(makeup.secureBoot()).isFalse();
    }

    @Test
    default void composesWhatWasAskedFor() {
        Definition definition = definitions().compose(spec(Firmware.BIOS, false));

        Hardware hardware = definitions().read(definition);
        assertThat(definitions().nameIn(definition)).isEqualTo("composed");
        assertThat(hardware.memory()).isEqualTo(256L << 20);
        assertThat(hardware.cpus()).isEqualTo(2);
        assertThat(hardware.firmware()).isEqualTo(Firmware.BIOS);
        assertThat(hardware.nvram()).isEmpty();
        assertThat(hardware.acceleration()).isEqualTo(Acceleration.TCG);
        assertThat(hardware.nics()).hasSize(1);
    }

    @Test
    default void composesItsDisksInOrderAndTheMediumAsACdDrive() {
        for (boolean legacy : List.of(false, true)) {
            Hardware hardware = definitions().read(definitions().compose(spec(Firmware.BIOS, legacy)));

            assertThat(hardware.writableDisks())
                    .extracting(d -> d.source().orElseThrow())
                    .containsExactly("/pool/a.qcow2", "/pool/b.qcow2");
            assertThat(hardware.writableDisks()).allMatch(d -> d.format().equals("qcow2"));
            assertThat(hardware.disks()).extracting(Disk::target).doesNotHaveDuplicates();
            assertThat(hardware.disks())
                    .filteredOn(d -> d.device() == Disk.Device.CDROM)
                    .extracting(Disk::source)
                    .containsExactly(Optional.of("/media/installer.iso"));
        }
    }

    @Test
    default void composesUefiWhereTheHostHasIt() {
        if (!rig().hypervisor.host().facts().capabilities().contains(Capability.UEFI)) {
            assertRefused(Kind.UNSUPPORTED, () -> definitions().compose(spec(Firmware.UEFI, false)));
            return;
        }
        Hardware hardware = definitions().read(definitions().compose(spec(Firmware.UEFI, false)));

        assertThat(hardware.firmware()).isEqualTo(Firmware.UEFI);
        assertThat(hardware.nvram()).contains("/pool/composed.fd");
    }

    @Test
    default void changesNothingWhenNothingIsAskedFor() {
        Definition definition = definitions().compose(spec(Firmware.BIOS, false));

        Definition same = definitions().edit(definition, DefinitionEdit.NONE);

        assertThat(definitions().read(same)).isEqualTo(definitions().read(definition));
        assertThat(definitions().nameIn(same)).isEqualTo("composed");
    }

    @Test
    default void changesWhatIsAskedForAndNothingElse() {
        Definition definition = definitions().compose(spec(Firmware.BIOS, false));
        Hardware before = definitions().read(definition);

        Definition edited = definitions()
                .edit(
                        definition,
                        DefinitionEdit.NONE
                                .name("other")
                                .memory(512L << 20)
                                .cpus(3)
                                .disk("vdb", "/pool/c.qcow2"));

        Hardware after = definitions().read(edited);
        assertThat(definitions().nameIn(edited)).isEqualTo("other");
        assertThat(after.memory()).isEqualTo(512L << 20);
        assertThat(after.cpus()).isEqualTo(3);
        assertThat(after.writableDisks())
                .extracting(d -> d.source().orElseThrow())
                .containsExactly("/pool/a.qcow2", "/pool/c.qcow2");
        assertThat(after.nics()).isEqualTo(before.nics());
        assertThat(after.disks()).hasSameSizeAs(before.disks());
    }

    @Test
    default void makesADiskReadItsNewImageAsQcow2() {
        Definition definition = definitions().compose(spec(Firmware.BIOS, false));

        Definition edited = definitions().edit(definition, DefinitionEdit.NONE.disk("vda", "/pool/new.img"));

        assertThat(definitions().read(edited).writableDisks().get(0).format()).isEqualTo("qcow2");
    }

    @Test
    default void ejectsMediaAndKeepsTheDrive() {
        Definition definition = definitions().compose(spec(Firmware.BIOS, false));

        Definition edited = definitions().edit(definition, DefinitionEdit.NONE.withoutMedia());

        assertThat(definitions().read(edited).disks())
                .filteredOn(d -> d.device() == Disk.Device.CDROM)
                .extracting(Disk::source)
                .containsExactly(Optional.empty());
        assertThat(definitions().read(edited).writableDisks())
                .isEqualTo(definitions().read(definition).writableDisks());
    }

    @Test
    default void takesDrivesOutAndPutsNewDisksIn() {
        Definition definition = definitions().compose(spec(Firmware.BIOS, false));

        Definition edited = definitions()
                .edit(
                        definition,
                        DefinitionEdit.NONE.drives(DriveChanges.NONE
                                .without(Set.of("vdb", "sda", "xyz"))
                                .with("vdc", "/pool/new.qcow2")));

        assertThat(definitions().read(edited).disks())
                .containsExactly(
                        new Disk("vda", Disk.Device.DISK, Optional.of("/pool/a.qcow2"), "qcow2", false),
                        new Disk("vdc", Disk.Device.DISK, Optional.of("/pool/new.qcow2"), "qcow2", false));
        assertRefused(
                Kind.EXISTS,
                () -> definitions()
                        .edit(edited, DefinitionEdit.NONE.drives(DriveChanges.NONE.with("vda", "/pool/x.qcow2"))));
    }

    @Test
    default void sharesADiskReadOnlyWhereItsBusHasThat() {
        DefinitionEdit edit = DefinitionEdit.NONE.drives(DriveChanges.NONE.sharing(Map.of("vdb", "/pool/layer.qcow2")));

        Definition edited = definitions().edit(definitions().compose(spec(Firmware.BIOS, false)), edit);

        Disk shared = definitions().read(edited).disks().get(1);
        assertThat(shared.source()).contains("/pool/layer.qcow2");
        assertThat(shared.isWritableDisk()).isFalse();
        Definition again = definitions().edit(edited, DefinitionEdit.NONE.disk("vdb", "/pool/own.qcow2"));
        assertThat(definitions().read(again).disks().get(1).isWritableDisk()).isTrue();
        Definition legacy = definitions().compose(spec(Firmware.BIOS, true));
        String target = definitions().read(legacy).disks().get(1).target();
        assertRefused(
                Kind.UNSUPPORTED,
                () -> definitions()
                        .edit(
                                legacy,
                                DefinitionEdit.NONE.drives(
                                        DriveChanges.NONE.sharing(Map.of(target, "/pool/layer.qcow2")))));
    }

    @Test
    default void startsAKernelInPlaceOfTheDisksUntilItIsInstalled() {
        KernelBoot kernel = new KernelBoot("/pool/a kernel & co.img", "/pool/initrd.img", "quiet label=a\\x20b <&>");
        MachineSpec plain = spec(Firmware.BIOS, false);
        MachineSpec.Boot boot =
                new MachineSpec.Boot(Firmware.BIOS, Optional.empty(), false, false, Optional.of(kernel));
        Definition definition = definitions()
                .compose(new MachineSpec(
                        plain.id(),
                        plain.name(),
                        plain.title(),
                        plain.memory(),
                        plain.cpus(),
                        boot,
                        plain.acceleration(),
                        plain.disks(),
                        plain.media(),
                        plain.hardware(),
                        plain.onReboot(),
                        plain.mark()));

        assertThat(definitions().read(definition).kernel()).contains(kernel);
        assertThat(definitions()
                        .read(definitions()
                                .edit(definition, DefinitionEdit.NONE.cpus(3).withoutMedia()))
                        .kernel())
                .contains(kernel);
        Definition edited = definitions().edit(definition, DefinitionEdit.NONE.installed());
        assertThat(definitions().read(edited).kernel()).isEmpty();
        assertThat(definitions().read(edited).firmware()).isEqualTo(Firmware.BIOS);
    }

    @Test
    default void changesTheFirmwaresVariables() {
        assumeTrue(rig().hypervisor.host().facts().capabilities().contains(Capability.UEFI));
        Definition definition = definitions().compose(spec(Firmware.UEFI, false));

        Definition edited = definitions().edit(definition, DefinitionEdit.NONE.nvram("/pool/other.fd"));

        assertThat(definitions().read(edited).nvram()).contains("/pool/other.fd");
        assertThat(definitions().read(edited).firmware()).isEqualTo(Firmware.UEFI);
    }

    @Test
    default void makesAnotherMachineOfADefinition() {
        MachineId original = rig().off();
        MachineId id = new MachineId(UUID.randomUUID());
        String name = rig().unique("other");
        DefinitionEdit edit = DefinitionEdit.NONE
                .identity(new Identity(
                        id, List.of("52:54:00:aa:bb:cc"), UUID.randomUUID().toString()))
                .name(name)
                .title("Another <title>")
                .disk("vda", rig().overlay(rig().present(original)));

        MachineId made = rig().define(definitions().edit(rig().machine(original).definition(), edit));

        VirtualMachine machine = rig().machine(made);
        assertThat(made).isEqualTo(id);
        assertThat(machine.name()).isEqualTo(name);
        assertThat(machine.title()).isEqualTo("Another <title>");
        assertThat(machine.hardware().nics()).extracting(Nic::mac).containsExactly("52:54:00:aa:bb:cc");
        rig().hypervisor.power().start(made);
        assertThat(rig().machine(original).hardware().nics())
                .extracting(Nic::mac)
                .doesNotContain("52:54:00:aa:bb:cc");
    }

    @Test
    default void readsTheMarkInADefinition() {
        Definition plain = rig().machine(rig().off()).definition();
        Mark mark = Mark.NONE.withOs(Optional.of("an <os>"));

        Definition marked = definitions().edit(plain, DefinitionEdit.NONE.mark(mark));

        assertThat(definitions().mark(marked)).isEqualTo(mark);
        assertThat(definitions().mark(definitions().edit(marked, DefinitionEdit.NONE.mark(Mark.NONE))))
                .isEqualTo(Mark.NONE);
    }

    @Test
    default void refusesToEditOrReadWhatItCannotRead() {
        Definition bad = new Definition("neither fish nor flesh");

        assertRefused(Kind.INVALID, () -> definitions().edit(bad, DefinitionEdit.NONE));
        assertRefused(Kind.INVALID, () -> definitions().read(bad));
        assertRefused(Kind.INVALID, () -> definitions().nameIn(bad));
        assertRefused(Kind.INVALID, () -> definitions().mark(bad));
    }
}
