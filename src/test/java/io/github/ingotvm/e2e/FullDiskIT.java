package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.service.Cloner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk that is full stops the work with one sentence, takes nothing away, and is no trouble once there is space again. */
class FullDiskIT {
    private World world;
    private Path small;

    @BeforeEach
    void open() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a small file system");
        Demo.disk(); // where it is still to be made, that empties the connection of pools
        small = Folders.create("small");
        Command.run(List.of("mount", "-t", "tmpfs", "-o", "size=40m,mode=0777", "ingot-test", small.toString()));
        world = World.create();
        world.virsh().run("pool-define-as", "ingot", "dir", "--target", small.toString());
        world.virsh().run("pool-start", "ingot");
    }

    @AfterEach
    void close() {
        if (world != null) {
            world.close();
            Command.run(List.of("umount", small.toString()));
            Folders.delete(small);
        }
    }

    @Test
    void nothingIsLostAndEverythingWorksOnceThereIsSpace() throws IOException {
        MachineId id = world.machine("Squeezed").id();
        Snapshot snapshot = world.snapshot(id, "State");
        world.services().golden().promote(id, snapshot.id(), "");
        Set<String> before = names();
        Path ballast = fill();

        for (ThrowingCallable work : List.<ThrowingCallable>of(
                () -> world.machine("No room"),
                () -> world.snapshot(id, "No room"),
                () -> world.clones(id, "no-room"),
                () -> world.clones(id, new Cloner.From.Golden(), true, "no-room"),
                () -> world.services().reverter().revert(id, snapshot.id(), Optional.empty()))) {
            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(work)
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NO_SPACE))
                    .withMessageContaining("full");
        }
        assertThat(world.snapshotNames(id)).containsExactly("Just Imported", "State");
        assertThat(world.services().inventory().machines()).hasSize(1);

        Files.delete(ballast);
        assertThat(names()).as("no half-made file stays").isEqualTo(before);
        assertThat(world.check()).isEmpty();
        assertThat(world.clones(id, "room-again")).hasSize(1);
        assertThat(world.bootedSays(id).boots()).isEqualTo(1);
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(small)) {
            return Set.copyOf(files.map(String::valueOf).toList());
        }
    }

    private Path fill() throws IOException {
        Path ballast = small.resolve("ballast");
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(small.toFile().getUsableSpace()).isZero();
            return ballast;
        }
    }
}
