package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other tools' machines with disks of several kinds in several pools, and with snapshots inside their images. */
class ForeignDisksIT {
    private static final String UUID = "6f1c9a56-2b7d-4f0e-9a3e-5d4c3b2a1910";
    private static final MachineId ID = MachineId.of(UUID);

    private World world;
    private Path first;
    private Path second;

    @BeforeEach
    void open() {
        Path demo = Demo.disk(); // first: making it empties the shared libvirt
        world = World.create();
        first = pool("first");
        second = pool("second");
        volume("first", "system.qcow2", "qcow2", demo);
        volume("second", "data.raw", "raw", demo);
        volume("second", "more.qcow2", "qcow2", demo);
    }

    private Path pool(String name) {
        Path folder = world.libvirt().poolDir().resolveSibling("pool-" + name);
        world.virsh().run("pool-define-as", name, "dir", "--target", folder.toString());
        world.virsh().run("pool-build", name);
        world.virsh().run("pool-start", name);
        return folder;
    }

    private void volume(String pool, String name, String format, Path content) {
        Path image = world.file(name);
        Command.run(List.of("qemu-img", "convert", "-O", format, content.toString(), image.toString()));
        world.virsh().run("vol-create-as", pool, name, "64M", "--format", format);
        world.virsh().run("vol-upload", "--pool", pool, name, image.toString());
        world.virsh().run("pool-refresh", pool);
    }

    @AfterEach
    void close() {
        world.close();
        Folders.delete(first);
        Folders.delete(second);
    }

    private void define(String disks) {
        world.virsh().define("""
                <domain type='qemu'>
                  <name>foreign</name>
                  <uuid>%s</uuid>
                  <memory unit='MiB'>64</memory>
                  <os><type arch='x86_64' machine='pc'>hvm</type></os>
                  <features><acpi/></features>
                  <devices>
                    %s
                    <serial type='pty'/>
                  </devices>
                </domain>
                """.formatted(UUID, disks));
    }

    private static String file(String format, Path path, String target) {
        return "<disk type='file' device='disk'><driver name='qemu' type='" + format + "'/><source file='" + path
                + "'/><target dev='" + target + "' bus='ide'/></disk>";
    }

    @Test
    void disksInSeveralPoolsBelongTogether() throws IOException {
        define(file("qcow2", first.resolve("system.qcow2"), "hda")
                + file("raw", second.resolve("data.raw"), "hdb")
                + "<disk type='volume' device='disk'><driver name='qemu' type='qcow2'/>"
                + "<source pool='second' volume='more.qcow2'/><target dev='hdc' bus='ide'/></disk>");
        try (Guest guest = world.boot(ID)) {
            guest.edit(1);
            guest.powerOff();
        }
        Snapshot snapshot = world.snapshot(ID, "All three");
        assertThat(snapshot.hardware().writableDisks()).hasSize(3);
        world.services().golden().promote(ID, snapshot.id(), "");
        Map<String, String> golden = Layers.goldenBytes(world.require(ID));
        assertThat(golden.keySet())
                .containsExactlyInAnyOrder(
                        first.resolve("system.qcow2").toString(),
                        second.resolve("data.raw").toString(),
                        second.resolve("more.qcow2").toString());

        VirtualMachine clone = world.clones(ID, "cast").get(0);
        assertThat(world.bootedSays(clone.id()).edits()).isEqualTo(1);
        VirtualMachine full =
                world.clones(ID, new Cloner.From.Golden(), true, "full").get(0);
        assertThat(full.hardware().writableDisks())
                .hasSize(3)
                .allSatisfy(
                        d -> assertThat(Layers.chain(d.source().orElseThrow())).hasSize(1));
        try (Guest guest = world.boot(ID)) {
            guest.edit(1);
            guest.powerOff();
        }
        world.services().reverter().revert(ID, snapshot.id(), Optional.empty()).settle();
        assertThat(world.bootedSays(ID).edits()).isEqualTo(1);
        assertThat(Layers.goldenBytes(world.require(ID))).isEqualTo(golden);
        assertThat(world.check()).isEmpty();

        world.deleteEverything();
        assertThat(world.files()).isEmpty();
        for (String theirs : golden.keySet()) {
            assertThat(Files.exists(Path.of(theirs))).as(theirs).isTrue();
        }
    }

    @Test
    void snapshotsInsideAnImageAreShownAsSuchAndDoNoHarm() {
        define(file("qcow2", first.resolve("system.qcow2"), "hda"));
        world.virsh().run("snapshot-create-as", "foreign", "theirs");
        Snapshot theirs = world.services().inventory().snapshots(ID).get(0);
        assertThat(theirs.name()).isEqualTo("theirs");
        assertThat(theirs.kind()).isEqualTo(Snapshot.Kind.INTERNAL);
        refused(() -> world.services().golden().promote(ID, theirs.id(), ""));
        refused(() -> world.clones(ID, new Cloner.From.OfSnapshot(theirs.id()), false, "never"));
        refused(() -> world.services().snapshots().delete(ID, theirs.id()));

        try (Guest guest = world.boot(ID)) {
            assertThat(guest.edit(1).edits()).isEqualTo(1);
            guest.powerOff();
        }
        world.services().reverter().revert(ID, theirs.id(), Optional.empty()).settle();
        assertThat(world.bootedSays(ID).edits())
                .as("as it was inside the image")
                .isZero();

        Snapshot ours = world.snapshot(ID, "Ours");
        VirtualMachine clone = world.clones(ID, new Cloner.From.OfSnapshot(ours.id()), false, "cast")
                .get(0);
        assertThatExceptionOfType(IngotException.class)
                .as("it would write to the layer that others stand on")
                .isThrownBy(() -> world.services().reverter().revert(ID, theirs.id(), Optional.empty()));
        assertThat(world.bootedSays(clone.id()).edits()).isZero();
        assertThat(world.virsh().run("snapshot-list", "--name", "foreign")).contains("theirs");
    }

    private static void refused(ThrowingCallable work) {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(work)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED))
                .withMessageContaining("inside the disk image");
    }
}
