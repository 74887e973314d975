package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallRequest.Extras;
import io.github.ingotvm.service.install.InstallRequest.Source;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.testkit.TestDisc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Images that qemu-img and tar made: what Ingot stores of them is what qemu-img sees in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportIT {
    private World world;

    @BeforeAll
    void open() {
        world = World.create();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        world.deleteEverything();
        assertThat(world.files()).isEmpty();
        assertThat(world.check()).isEmpty();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void everyFormatIsStoredAsItIs() throws IOException {
        List<Path> images = new ArrayList<>();
        for (String format : List.of(
                "qcow2",
                "raw",
                "vmdk",
                "vmdk -o subformat=streamOptimized",
                "vdi",
                "vpc -o force_size=on",
                "vpc -o subformat=fixed,force_size=on",
                "vhdx",
                "vhdx -o subformat=fixed")) {
            images.add(converted("image" + images.size() + ".img", format));
        }
        for (String packer : List.of("gzip", "xz", "zstd", "bzip2")) {
            Path raw = converted("packed-" + packer + ".raw", "raw");
            Command.run(List.of(packer, "-q", "-1", raw.toString()));
            try (var files = Files.list(raw.getParent())) {
                images.add(files.filter(f -> f.getFileName().toString().startsWith("packed-" + packer + ".raw."))
                        .findFirst()
                        .orElseThrow());
            }
        }
        for (Path image : images) {
            VirtualMachine machine = create(String.valueOf(image.getFileName()), image, Extras.NONE, Progress.NONE);
            String disk = machine.hardware().writableDisks().get(0).source().orElseThrow();
            Command.run(List.of("qemu-img", "check", "-q", disk));
            Command.run(List.of("qemu-img", "compare", "-q", disk, Demo.disk().toString()));
            world.delete(machine.id());
        }
    }

    private Path converted(String name, String format) {
        Path image = world.file(name);
        List<String> command = new ArrayList<>(List.of("qemu-img", "convert", "-O"));
        command.addAll(Arrays.asList(format.split(" ")));
        command.addAll(List.of(Demo.disk().toString(), image.toString()));
        Command.run(command);
        return image;
    }

    @Test
    void anApplianceComesWithAllItsDisksAndCardsAndBoots() throws IOException {
        Path folder = Files.createDirectories(world.file("appliance"));
        Path system = converted("appliance/system.vmdk", "vmdk -o subformat=streamOptimized");
        Command.run(List.of(
                "qemu-img",
                "create",
                "-q",
                "-f",
                "vmdk",
                folder.resolve("data.vmdk").toString(),
                "8M"));
        Files.writeString(folder.resolve("demo.ovf"), descriptor());
        Path ova = world.file("demo.ova");
        Command.run(List.of(
                "tar",
                "--format=ustar",
                "-C",
                folder.toString(),
                "-cf",
                ova.toString(),
                "demo.ovf",
                "system.vmdk",
                "data.vmdk"));
        assertThat(system).exists();

        Proposal proposal = world.services().installer().propose(new Source.Image(ova));
        assertThat(proposal.name()).isEqualTo("Demo appliance");
        assertThat(proposal.memory()).isEqualTo(96 * World.MIB);
        assertThat(proposal.osId()).isEqualTo("debian12");
        assertThat(proposal.firmware()).isEqualTo(Firmware.BIOS);
        VirtualMachine machine = create(proposal.name(), ova, Extras.NONE, Progress.NONE);
        assertThat(machine.hardware().writableDisks()).extracting(Disk::target).containsExactly("sda", "sdb");
        assertThat(machine.hardware().nics()).extracting(n -> n.model()).containsExactly("e1000", "e1000e");
        assertThat(machine.mark().osId()).contains("debian12");
        assertThat(machine.definition().document())
                .as("disks where they were, the rest as Debian likes it")
                .contains("bus='sata'", "<model type='virtio'");
        assertThat(world.snapshotNames(machine.id())).containsExactly("Just Imported");
        assertThat(world.bootedSays(machine.id())).isNotNull();
    }

    private static String descriptor() {
        return """
                <Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1">
                  <References>
                    <File ovf:id="f1" ovf:href="system.vmdk"/><File ovf:id="f2" ovf:href="data.vmdk"/>
                  </References>
                  <DiskSection>
                    <Disk ovf:diskId="d1" ovf:fileRef="f1" ovf:capacity="1"/><Disk ovf:diskId="d2" ovf:fileRef="f2" ovf:capacity="1"/>
                  </DiskSection>
                  <VirtualSystem ovf:id="demo">
                    <Name>Demo appliance</Name>
                    <OperatingSystemSection ovf:id="96" ovf:osType="debian12_64Guest"/>
                    <VirtualHardwareSection>
                      <Item><ResourceType>3</ResourceType><VirtualQuantity>1</VirtualQuantity></Item>
                      <Item><ResourceType>4</ResourceType><VirtualQuantity>96</VirtualQuantity></Item>
                      <Item><ResourceType>17</ResourceType><HostResource>ovf:/disk/d1</HostResource><AddressOnParent>0</AddressOnParent></Item>
                      <Item><ResourceType>17</ResourceType><HostResource>ovf:/disk/d2</HostResource><AddressOnParent>1</AddressOnParent></Item>
                      <Item><ResourceType>10</ResourceType><ResourceSubType>E1000</ResourceSubType></Item>
                      <Item><ResourceType>10</ResourceType><ResourceSubType>VmxNet3</ResourceSubType></Item>
                    </VirtualHardwareSection>
                  </VirtualSystem>
                </Envelope>
                """;
    }

    @Test
    void anImageInAPoolCanBeUsedInPlaceAndStaysWhenTheMachineGoes() throws IOException {
        Path image = converted("base.qcow2", "qcow2");
        Extras inPlace = new Extras(Optional.empty(), Optional.empty(), Optional.empty(), true);
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> create("outside", image, inPlace, Progress.NONE))
                .withMessageContaining("lies in no storage pool");

        world.virsh()
                .run(
                        "pool-define-as",
                        "images",
                        "dir",
                        "--target",
                        world.libvirt().shared().resolve("images").toString());
        world.virsh().run("pool-build", "images");
        world.virsh().run("pool-start", "images");
        Path inPool = world.libvirt().shared().resolve("images/base.qcow2");
        world.virsh().run("vol-create-as", "images", "base.qcow2", "64M", "--format", "qcow2");
        world.virsh().run("vol-upload", "--pool", "images", "base.qcow2", image.toString());
        world.virsh().run("pool-refresh", "images");
        byte[] before = Files.readAllBytes(inPool);
        VirtualMachine machine = create("standing", inPool, inPlace, Progress.NONE);
        assertThat(world.bootedSays(machine.id())).isNotNull();
        world.delete(machine.id());
        assertThat(Files.readAllBytes(inPool)).isEqualTo(before);
        world.virsh().run("pool-destroy", "images");
        world.virsh().run("pool-undefine", "images");
    }

    @Test
    void aCompressedDiscIsUnpackedWhereItsMachineCanReadIt() throws IOException {
        Path disc = TestDisc.write(world.file("disc1.iso"), "INGOT_DEMO");
        byte[] plain = Files.readAllBytes(disc);
        Command.run(List.of("xz", "-q", disc.toString()));
        Path packed = world.file("disc1.iso.xz");
        InstallRequest request = new InstallRequest(
                "unpacked",
                new Source.Iso(packed),
                64L << 20,
                1,
                1L << 30,
                Firmware.BIOS,
                Optional.empty(),
                false,
                true);
        VirtualMachine machine = world.services().installer().create(request, Progress.NONE);
        assertThat(machine.state().isActive()).isTrue();
        Path medium = machine.hardware().disks().stream()
                .filter(d -> d.device() == Disk.Device.CDROM)
                .flatMap(d -> d.source().stream())
                .map(Path::of)
                .findFirst()
                .orElseThrow();
        assertThat(Files.readAllBytes(medium)).isEqualTo(plain);
        assertThat(packed).exists();
    }

    @Test
    void anImportThatIsCancelledLeavesNothing() {
        for (double until : new double[] {0, 0.3, 0.6}) {
            Progress impatient = new Progress() {
                private double seen;

                @Override
                public void report(double fraction, String doing) {
                    seen = Math.max(seen, fraction);
                }

                @Override
                public boolean isCancelled() {
                    return seen >= until;
                }
            };
            Path image = converted("cancelled.vmdk", "vmdk");
            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(() -> create("never", image, Extras.NONE, impatient))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
            assertThat(world.files()).isEmpty();
        }
    }

    private VirtualMachine create(String name, Path image, Extras extras, Progress progress) {
        InstallRequest request = new InstallRequest(
                name, new Source.Image(image), 96 * World.MIB, 1, 0, Firmware.BIOS, Optional.empty(), true, false);
        return world.services().installer().create(request.with(extras), progress);
    }
}
