package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others do to machines and their storage while Ingot looks away. */
class MeanwhileIT {
    private World world;
    private MachineId id;
    private Snapshot snapshot;

    @BeforeEach
    void open() {
        world = World.create();
        id = world.machine("Victim").id();
        snapshot = world.snapshot(id, "State");
        world.services().golden().promote(id, snapshot.id(), "");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aMachineThatVirshDeletedIsGoneAndItsFilesAreNamedByCheck() {
        world.virsh().run("undefine", id.toString(), "--snapshots-metadata");

        Services services = world.services();
        for (ThrowingCallable work : List.<ThrowingCallable>of(
                () -> services.power().start(id),
                () -> world.snapshot(id, "Late"),
                () -> services.reverter().revert(id, snapshot.id(), Optional.empty()),
                () -> world.clones(id, "late"),
                () -> services.golden().demote(id, 1),
                () -> services.lifecycle().rename(id, "Late"),
                () -> world.delete(id))) {
            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(work)
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND))
                    .withMessageContaining("gone");
        }
        assertThat(world.check()).isNotEmpty().allMatch(f -> f.kind() == Finding.Kind.UNREFERENCED && f.fixable());
        services.doctor().fix(Progress.NONE);
        assertThat(world.files()).isEmpty();
    }

    @Test
    void layersThatACloneNeedsOutliveTheirMachine() {
        VirtualMachine clone = world.clones(id, "orphan").get(0);
        world.virsh().run("undefine", id.toString(), "--snapshots-metadata");

        world.services().doctor().fix(Progress.NONE);

        assertThat(world.check()).isEmpty();
        assertThat(world.bootedSays(clone.id()).boots()).isEqualTo(1);
        world.delete(clone.id());
        world.services().doctor().fix(Progress.NONE);
        assertThat(world.files()).isEmpty();
    }

    @Test
    void aMachineThatVirshStopsAndRenamesIsFollowed() {
        world.services().power().start(id);
        world.virsh().run("destroy", id.toString());
        Awaitility.await().until(() -> world.require(id).state() == PowerState.OFF);
        world.virsh().run("domrename", id.toString(), "other-name");
        assertThat(world.services().inventory().resolve("other-name").id()).isEqualTo(id);
        assertThat(world.snapshotNames(id)).containsExactly("Just Imported", "State");
    }

    @Test
    void aLayerThatSomebodyDeletedIsNamedAndNothingElseIsTouched() throws IOException {
        String layer = snapshot.hardware().writableDisks().get(0).source().orElseThrow();
        Files.delete(Path.of(layer));

        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.services().power().start(id))
                .withMessageContaining(layer)
                .withMessageContaining("gone");
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.services().reverter().revert(id, snapshot.id(), Optional.empty()))
                .withMessageContaining(layer);
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.clones(id, "hopeless"))
                .withMessageContaining(layer);
        assertThat(world.check())
                .extracting(Finding::kind)
                .contains(Finding.Kind.BROKEN_CHAIN, Finding.Kind.GOLDEN_CHANGED);
        assertThat(world.services().inventory().machines()).hasSize(1);
    }

    @Test
    void aGoldenLayerThatSomebodyWroteToIsNoticed() {
        String layer = snapshot.hardware().writableDisks().get(0).source().orElseThrow();
        Command.run(List.of("qemu-io", "-f", "qcow2", "-c", "write -P 7 1M 64k", layer));

        assertThat(world.check()).anySatisfy(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.GOLDEN_CHANGED);
            assertThat(f.sentence()).contains(layer, "v1", "Victim");
        });
    }

    @Test
    void aPoolFolderThatMayNotBeWrittenToIsSaidAndNothingIsHalfMade() throws IOException {
        Path pool = world.libvirt().poolDir();
        var rights = Files.getPosixFilePermissions(pool);
        Files.setPosixFilePermissions(pool, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            for (ThrowingCallable work : List.<ThrowingCallable>of(
                    () -> world.snapshot(id, "Late"),
                    () -> world.clones(id, "late"),
                    () -> world.machine("Late"),
                    () -> world.services().reverter().revert(id, snapshot.id(), Optional.empty()))) {
                assertThatExceptionOfType(IngotException.class)
                        .isThrownBy(work)
                        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.DENIED))
                        .withMessageContaining("permission");
            }
        } finally {
            Files.setPosixFilePermissions(pool, rights);
        }
        assertThat(world.check()).isEmpty();
        assertThat(world.clones(id, "after all")).hasSize(1);
    }

    @Test
    void aPoolFolderThatIsGoneIsSaidAndItsReturnMakesEverythingWell() throws IOException {
        Path pool = world.libvirt().poolDir();
        Path away = pool.resolveSibling("away");
        Files.move(pool, away);

        for (ThrowingCallable work : List.<ThrowingCallable>of(
                () -> world.services().power().start(id),
                () -> world.snapshot(id, "Late"),
                () -> world.clones(id, "late"),
                () -> world.machine("Late"))) {
            assertThatExceptionOfType(IngotException.class).isThrownBy(work).withMessageContaining(pool.toString());
        }
        world.reopen();
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.clones(id, "later"))
                .withMessageContaining(pool.toString());
        assertThat(world.services().inventory().machines()).hasSize(1);

        if (Files.exists(pool)) {
            assertThat(world.files()).as("nothing was made in its place").isEmpty();
            Files.delete(pool);
        }
        Files.move(away, pool);
        world.reopen();
        assertThat(world.clones(id, "after all")).hasSize(1);
        assertThat(world.bootedSays(id).boots()).isEqualTo(1);
        assertThat(world.check()).isEmpty();
    }
}
