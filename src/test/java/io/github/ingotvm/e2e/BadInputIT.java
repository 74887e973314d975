package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallRequest.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people hand in by mistake or with malice: one clear sentence, and nothing made of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private World world;

    @BeforeAll
    void open() {
        world = World.create();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(world.services().inventory().machines()).isEmpty();
        assertThat(world.files()).isEmpty();
        assertThat(world.check()).isEmpty();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aFileThatIsNoDiscIsRefused() throws IOException {
        Path text = Files.writeString(world.file("notes.iso"), "nothing to boot from".repeat(5000));
        refused(new Source.Iso(text), "notes.iso", "not a disc image");
    }

    @Test
    void aDiscThatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Demo.iso(world.file("").toAbsolutePath()));
        Path half = Files.write(world.file("half.iso"), Arrays.copyOf(whole, whole.length / 2));
        refused(new Source.Iso(half), "half.iso", "cut off");
    }

    @Test
    void aMissingFileIsNamed() {
        refused(new Source.Iso(world.file("nowhere.iso")), "no file", "nowhere.iso");
        refused(new Source.Image(world.file("nowhere.qcow2")), "no file", "nowhere.qcow2");
    }

    @Test
    void aFolderIsRefused() {
        refused(new Source.Iso(world.file("")), "folder");
        refused(new Source.Image(world.file("")), "folder");
    }

    @Test
    void aDiscThatNobodyMayReadIsRefusedUnlessRootMayWhoCopiesItForLibvirt() throws IOException {
        Path secret = Files.copy(Demo.iso(world.file("")), world.file("secret.iso"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        if (!"root".equals(System.getProperty("user.name"))) {
            refused(new Source.Iso(secret), "secret.iso", "permissions");
            return;
        }
        create("Copied", new Source.Iso(secret), 64 * World.MIB);
        VirtualMachine machine = world.services().inventory().resolve("Copied");
        assertThat(machine.hardware().disks())
                .allMatch(
                        d -> d.source().orElseThrow().startsWith(world.libvirt().poolDir() + "/"));
        world.delete(machine.id());
    }

    @Test
    void anImageThatStandsOnAHostFileIsRefused() {
        Path evil = world.file("evil.qcow2");
        Command.run(List.of(
                "qemu-img", "create", "-u", "-f", "qcow2", "-b", "/etc/passwd", "-F", "raw", evil.toString(), "64M"));
        refused(new Source.Image(evil), "evil.qcow2", "backing file");
    }

    @Test
    void anImageWhoseDataLiesInAHostFileIsRefused() {
        Path evil = world.file("data.qcow2");
        Path data = world.file("data.raw");
        Command.run(List.of("qemu-img", "create", "-f", "qcow2", "-o", "data_file=" + data, evil.toString(), "64M"));
        refused(new Source.Image(evil), "data.qcow2", "another file");
    }

    @Test
    void aDescriptionOfOtherFilesIsRefused() throws IOException {
        Path evil = Files.writeString(
                world.file("evil.vmdk"),
                "# Disk DescriptorFile\nversion=1\ncreateType=\"monolithicFlat\"\nRW 2048 FLAT \"/etc/passwd\" 0\n"
                        + " ".repeat(1024),
                StandardCharsets.US_ASCII);
        refused(new Source.Image(evil), "evil.vmdk", "lists other files");
    }

    @Test
    void aNameIsRefusedThatNobodyCouldRead() {
        Source source = new Source.Image(Demo.disk());
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> create("two\nlines", source, 64 * World.MIB))
                .withMessageContaining("line break");
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> create("  ", source, 64 * World.MIB))
                .withMessageContaining("needs a name");
    }

    @Test
    void moreMemoryThanTheHostHasIsRefused() {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> create("Huge", new Source.Image(Demo.disk()), 1L << 50))
                .withMessageContaining("more than this host has");
    }

    @Test
    void aTakenNameIsRefusedForMachinesSnapshotsAndClones() {
        VirtualMachine machine = world.machine("Taken");
        world.snapshot(machine.id(), "State");
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.machine("Taken"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.EXISTS))
                .withMessageContaining("already a virtual machine called \"Taken\"");
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.snapshot(machine.id(), "State"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.EXISTS))
                .withMessageContaining("already a snapshot called \"State\"");
        world.services().golden().promote(machine.id(), world.snapshotCalled(machine.id(), "State"), "");
        assertThatExceptionOfType(IngotException.class)
                .as("all or nothing")
                .isThrownBy(() -> world.clones(machine.id(), "one", "Taken", "three"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.EXISTS));
        assertThat(world.services().inventory().machines()).hasSize(1);
        assertThat(world.check()).isEmpty();
        world.deleteEverything();
    }

    private void refused(Source source, String... words) {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> create("Never", source, 64 * World.MIB))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(Kind.INVALID);
                    assertThat(e.getMessage()).contains(words);
                });
    }

    private void create(String name, Source source, long memory) {
        world.services()
                .installer()
                .create(
                        new InstallRequest(
                                name, source, memory, 1, 64 * World.MIB, Firmware.BIOS, Optional.empty(), true, false),
                        Progress.NONE);
    }
}
