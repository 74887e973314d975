package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine that another tool made, with a raw disk in a pool of its own, is as good as any. */
class ForeignMachineIT {
    private static final String UUID = "6f1c9a56-2b7d-4f0e-9a3e-5d4c3b2a1908";
    private static final MachineId ID = MachineId.of(UUID);

    private World world;
    private Path folder;
    private Path disk;

    @BeforeEach
    void open() {
        Path demo = Demo.disk(); // first: making it empties the shared libvirt
        world = World.create();
        Virsh virsh = world.virsh();
        folder = world.libvirt().poolDir().resolveSibling("elsewhere");
        virsh.run("pool-define-as", "elsewhere", "dir", "--target", folder.toString());
        virsh.run("pool-build", "elsewhere");
        virsh.run("pool-start", "elsewhere");
        virsh.run("vol-create-as", "elsewhere", "old.raw", "64M", "--format", "raw");
        Path raw = world.file("old.raw");
        Command.run(List.of("qemu-img", "convert", "-O", "raw", demo.toString(), raw.toString()));
        virsh.run("vol-upload", "--pool", "elsewhere", "old.raw", raw.toString());
        disk = folder.resolve("old.raw");
        virsh.define("""
                <domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
                  <name>handmade</name>
                  <uuid>%s</uuid>
                  <metadata><their:note xmlns:their='https://example.org/their'>keep me</their:note></metadata>
                  <memory unit='MiB'>64</memory>
                  <os><type arch='x86_64' machine='pc'>hvm</type></os>
                  <features><acpi/></features>
                  <devices>
                    <disk type='file' device='disk'>
                      <driver name='qemu' type='raw'/>
                      <source file='%s'/>
                      <target dev='hda' bus='ide'/>
                    </disk>
                    <interface type='user'><mac address='52:54:00:12:34:56'/></interface>
                    <serial type='pty'/>
                  </devices>
                  <qemu:commandline><qemu:env name='THEIR_OWN' value='1'/></qemu:commandline>
                </domain>
                """.formatted(UUID, disk));
    }

    @AfterEach
    void close() {
        world.close();
        Folders.delete(folder);
    }

    @Test
    void canBeSnapshotPromotedClonedAndReverted() {
        try (Guest guest = world.boot(ID)) {
            guest.edit(1);
            guest.powerOff();
        }
        Snapshot mine = world.snapshot(ID, "First by Ingot");
        try (Guest guest = world.boot(ID)) {
            guest.edit(1);
            guest.powerOff();
        }
        world.services().golden().promote(ID, mine.id(), "");
        Map<String, String> golden = Layers.goldenBytes(world.require(ID));
        assertThat(golden).containsOnlyKeys(disk.toString());

        VirtualMachine clone = world.clones(ID, "cast").get(0);
        assertThat(world.bootedSays(clone.id()).edits()).isEqualTo(1);
        assertThat(world.virsh().run("dumpxml", clone.id().toString()))
                .as("what Ingot does not understand comes along")
                .contains("keep me", "THEIR_OWN")
                .as("but not the address")
                .doesNotContain("52:54:00:12:34:56");
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.delete(ID))
                .satisfies(e -> assertThat(e.dependants()).containsExactly("cast"));

        world.services().reverter().revert(ID, mine.id(), Optional.empty()).settle();
        assertThat(world.bootedSays(ID).edits()).isEqualTo(1);
        assertThat(Layers.goldenBytes(world.require(ID))).isEqualTo(golden);
        assertThat(world.virsh().run("dumpxml", UUID)).contains("keep me", "THEIR_OWN", "52:54:00:12:34:56");
        assertThat(world.check()).isEmpty();

        world.deleteEverything();
        assertThat(world.files()).isEmpty();
        assertThat(disk).as("what others made stays").exists();
    }

    @Test
    void namingTheSameFileTwiceDoesNotLetOneMachineDeleteTheOthersDisk() throws java.io.IOException {
        VirtualMachine mine = world.machine("mine");
        String layer = mine.hardware().writableDisks().get(0).source().orElseThrow();
        // Somebody lets another machine use the very same image, unknown to Ingot's metadata.
        borrow(layer);

        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.delete(mine.id()))
                .satisfies(e -> assertThat(e.dependants()).contains("borrower"));
        assertThat(Files.exists(Path.of(layer))).isTrue();
        assertThat(Set.copyOf(Layers.chain(layer))).allMatch(p -> Files.exists(Path.of(p)));
    }

    @Test
    void anImageInNoPoolKeepsTheLayerItStandsOnAndHindersNothingElse() {
        VirtualMachine mine = world.machine("mine");
        String layer = mine.hardware().writableDisks().get(0).source().orElseThrow();
        Path stray = world.file("stray.qcow2");
        Command.run(List.of("qemu-img", "create", "-q", "-f", "qcow2", "-b", layer, "-F", "qcow2", stray.toString()));
        borrow(stray.toString());
        String leftover =
                world.libvirt().poolDir().resolve("left.vda.00000000000a.qcow2").toString();
        world.virsh().run("vol-create-as", "ingot", "left.vda.00000000000a.qcow2", "1M", "--format", "qcow2");

        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.delete(mine.id()))
                .satisfies(e -> assertThat(e.dependants()).contains("borrower"));
        world.virsh().run("undefine", "--snapshots-metadata", mine.id().toString());
        assertThat(world.services().doctor().fix(Progress.NONE))
                .extracting(Finding::subject)
                .containsExactly(leftover);

        assertThat(Path.of(layer)).exists();
        assertThat(world.check()).isEmpty();
    }

    /** Another machine of another tool, on this image. */
    private void borrow(String image) {
        world.virsh()
                .define(world.virsh()
                        .run("dumpxml", "--inactive", UUID)
                        .replace(UUID, "6f1c9a56-2b7d-4f0e-9a3e-5d4c3b2a1909")
                        .replace("handmade", "borrower")
                        .replace("52:54:00:12:34:56", "52:54:00:12:34:57")
                        .replace("type='raw'", "type='qcow2'")
                        .replace(disk.toString(), image));
    }
}
