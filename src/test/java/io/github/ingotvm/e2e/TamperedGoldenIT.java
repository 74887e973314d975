package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.Verification.State;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.restore.GoldenRestorer.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done to a golden image behind Ingot's back is found, told, kept from spreading, and put right from a copy. */
class TamperedGoldenIT {
    private World world;
    private MachineId id;
    private VirtualMachine clone;
    private Path layer;
    private Path copy;

    @BeforeEach
    void aSealedGoldenImageWithAClone() throws IOException {
        world = World.create();
        id = world.machine("Vault").id();
        try (Guest guest = world.boot(id)) {
            guest.edit(2);
            guest.powerOff();
        }
        Snapshot snapshot = world.snapshot(id, "Good");
        world.services().golden().promote(id, snapshot.id(), "");
        layer = Path.of(snapshot.hardware().writableDisks().get(0).source().orElseThrow());
        world.services().sealer().sealAll(Progress.NONE);
        assertThat(world.require(id).currentGolden().orElseThrow().seals())
                .allSatisfy(s -> assertThat(s.digest()).contains(Layers.sha256(Path.of(s.path()))));
        clone = world.clones(id, "keeper").get(0);
        copy = Files.copy(layer, world.file("copy.qcow2"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aByteALostFileAndAnotherWriterAreFoundAndPutRight() throws IOException {
        FileTime before = Files.getLastModifiedTime(layer);
        flipAByte();
        nothingIsDoneWithIt();
        Files.setLastModifiedTime(layer, before);
        assertThat(world.services().golden().list().get(0).intact())
                .as("without a trace")
                .isTrue();
        assertThat(damaged()).containsExactly(layer.toString());
        restored();

        exchanged();
        nothingIsDoneWithIt();
        assertThat(verified().isIntact()).as("the same bytes in another file").isTrue();
        assertThat(world.services().golden().list().get(0).intact()).isTrue();
        exchanged();
        longer();
        nothingIsDoneWithIt();
        restored();

        world.virsh().run("vol-delete", layer.toString());
        nothingIsDoneWithIt();
        assertThat(world.services()
                        .verifier()
                        .verify(id, List.of(1), Progress.NONE)
                        .get(0)
                        .files())
                .extracting(Verification.File::state)
                .contains(State.MISSING);
        restored();

        snapshotDeleted();

        startedElsewhere();
        nothingIsDoneWithIt();
        assertThat(damaged()).containsExactly(layer.toString());
        restored();
        assertThat(world.bootedSays(clone.id()).edits()).isEqualTo(2);
        assertThat(world.check()).isEmpty();
    }

    @Test
    void whatTheGuestSeesIsPutBackFromAFullCloneAndFromAnExport() throws IOException {
        VirtualMachine full =
                world.clones(id, new Cloner.From.Golden(), true, "whole").get(0);
        Path file = world.services().exporter().export(id, 1, world.file("vault.ova"), false, Progress.NONE);
        for (Source source : List.of(new Source.Machine(full.id()), new Source.File(file))) {
            flipAByte();
            assertThat(world.services().restorer().restoreFrom(verified(), List.of(source), Progress.NONE))
                    .as("from %s", source)
                    .satisfies(r -> assertThat(r.paths()).containsExactly(layer.toString()))
                    .satisfies(r -> assertThat(r.damaged()).isEmpty());
            assertThat(verified().isIntact()).isTrue();
            assertThat(world.check()).isEmpty();
            assertThat(world.bootedSays(clone.id()).edits()).isEqualTo(2);
        }
        assertThat(world.bootedSays(world.clones(id, "another").get(0).id()).edits())
                .isEqualTo(2);
    }

    private void snapshotDeleted() {
        world.virsh().run("snapshot-delete", id.toString(), "--current", "--metadata");
        assertThat(verified().isIntact()).isFalse();
        world.services().restorer().restoreFrom(verified(), List.of(), Progress.NONE);
        assertThat(verified().isIntact()).isTrue();
        assertThat(world.snapshotNames(id)).contains("Good");
        VirtualMachine anew = world.clones(id, "anew").get(0);
        assertThat(world.bootedSays(anew.id()).edits()).isEqualTo(2);
        world.services().lifecycle().delete(anew.id()).commit();
    }

    private List<String> damaged() {
        return verified().damaged();
    }

    private Verification verified() {
        return world.services().verifier().verify(id, List.of(1), Progress.NONE).get(0);
    }

    private void flipAByte() throws IOException {
        writable();
        try (FileChannel file = FileChannel.open(layer, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long middle = file.size() / 2;
            ByteBuffer one = ByteBuffer.allocate(1);
            file.read(one, middle);
            one.put(0, (byte) (one.get(0) ^ 0x40)).rewind();
            file.write(one, middle);
        }
    }

    /** {@code cp -p}, {@code mv}: length, time and bytes stay. */
    private void exchanged() throws IOException {
        Path other = layer.resolveSibling("other");
        Command.run(List.of("cp", "-p", layer.toString(), other.toString()));
        assertThat(Files.getLastModifiedTime(other)).isEqualTo(Files.getLastModifiedTime(layer));
        Files.move(other, layer, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The time of its change set back. */
    private void longer() throws IOException {
        FileTime before = Files.getLastModifiedTime(layer);
        writable();
        Files.write(layer, new byte[512], StandardOpenOption.APPEND);
        Files.setLastModifiedTime(layer, before);
        assertThat(Files.getLastModifiedTime(layer)).isEqualTo(before);
    }

    private void writable() throws IOException {
        Files.setPosixFilePermissions(layer, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** Neither cast nor started, and Check says so. */
    private void nothingIsDoneWithIt() {
        assertThat(world.check())
                .anyMatch(f ->
                        f.kind() == Finding.Kind.GOLDEN_CHANGED && f.sentence().contains("keeper"));
        assertThatThrownBy(() -> world.clones(id, "another")).isInstanceOf(IngotException.class);
        assertThatThrownBy(() -> world.services().power().start(clone.id())).isInstanceOf(IngotException.class);
        assertThat(world.services().inventory().machines()).hasSize(2);
    }

    private void restored() {
        assertThat(world.services().restorer().restore(verified(), List.of(copy), Progress.NONE))
                .containsExactly(layer.toString());
        assertThat(world.services().golden().list()).allMatch(GoldenImage::intact);
        assertThat(Layers.sha256(layer)).isEqualTo(Layers.sha256(copy));
        assertThat(world.check()).isEmpty();
    }

    /** The source machine with its frozen layer as its disk, defined by somebody else. */
    private void startedElsewhere() throws IOException {
        VirtualMachine source = world.require(id);
        String present = source.hardware().writableDisks().get(0).source().orElseThrow();
        String xml = source.definition()
                .document()
                .replace(present, layer.toString())
                .replace("<name>" + source.name() + "</name>", "<name>elsewhere</name>")
                .replaceAll("(?s)<metadata>.*</metadata>", "")
                .replaceAll("<uuid>[^<]*</uuid>|<mac [^>]*>", "");
        world.virsh()
                .run(
                        "define",
                        Files.writeString(world.file("elsewhere.xml"), xml).toString());
        assertThatThrownBy(() -> world.virsh().run("start", "elsewhere"))
                .as("the layer is read-only")
                .isInstanceOf(AssertionError.class);
        writable();
        world.virsh().run("start", "elsewhere");
        MachineId elsewhere = world.services().inventory().resolve("elsewhere").id();
        try (Guest guest = world.attach(elsewhere)) {
            guest.edit(1);
        }
        world.virsh().run("destroy", "elsewhere");
        world.virsh().run("undefine", "elsewhere");
    }
}
