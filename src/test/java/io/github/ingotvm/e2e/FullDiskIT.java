package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.space.SpaceGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk that is full stops the work with one sentence, takes nothing away, and is no trouble once there is space again. */
class FullDiskIT {
    private static final long MIB = 1L << 20;

    private static final SpaceGuard.Limits LIMITS = new SpaceGuard.Limits(4 * MIB, 8 * MIB);

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
                    .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(Kind.NO_SPACE))
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

    @Test
    void machinesWaitForSpaceRatherThanLoseWhatTheyWrite() throws Exception {
        MachineId id = world.machine("Writer").id();
        world.snapshot(id, "State"); // so that the next write needs space
        List<String> told = new CopyOnWriteArrayList<>();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        Path ballast = fill();
        world.services().power().start(id); // nobody guards yet: the guest's first write finds no space
        await().atMost(Guest.PATIENCE)
                .until(() ->
                        world.virsh().run("domstate", "--reason", id.toString()).contains("I/O error"));

        try (SpaceGuard guard = world.services().guardSpace(executor, LIMITS, telling(told));
                Guest guest = world.attach(id)) {
            await().atMost(Guest.PATIENCE).until(() -> told.equals(List.of("paused with 0")));
            Files.delete(ballast);
            assertThat(guest.statusWhen(s -> s.boots() == 1).boots())
                    .as("its write was only late")
                    .isEqualTo(1);
            await().atMost(Guest.PATIENCE).until(() -> told.equals(List.of("paused with 0", "went on")));

            Files.write(ballast, new byte[(int) (small.toFile().getUsableSpace() - 2 * MIB)]);
            await().atMost(Guest.PATIENCE).until(() -> world.require(id).state() == PowerState.PAUSED);
            await().atMost(Guest.PATIENCE).until(() -> told.size() == 3);
            assertThat(told.get(2)).as("before the disk is full").isNotEqualTo("paused with 0");
            guard.close();
            Files.delete(ballast);
            assertThat(world.require(id).mark().hold()).isEqualTo(Hold.SPACE);
            SpaceGuard next = world.services().guardSpace(executor, LIMITS, telling(told));
            await().atMost(Guest.PATIENCE).until(() -> world.require(id).state() == PowerState.RUNNING);
            await().atMost(Guest.PATIENCE).until(() -> world.require(id).mark().hold() == Hold.NONE);
            next.close();
            guest.edit(1);
            guest.powerOff();
        } finally {
            executor.shutdownNow();
        }
        assertThat(world.bootedSays(id)).satisfies(s -> {
            assertThat(s.boots()).isEqualTo(2);
            assertThat(s.edits()).isEqualTo(1);
        });
    }

    private static SpaceGuard.Listener telling(List<String> told) {
        return new SpaceGuard.Listener() {
            @Override
            public void paused(List<VirtualMachine> machines, long free) {
                told.add("paused with " + free);
            }

            @Override
            public void wentOn(List<VirtualMachine> machines) {
                told.add("went on");
            }
        };
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
