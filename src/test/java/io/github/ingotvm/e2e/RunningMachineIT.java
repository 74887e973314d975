package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots, reverts and clones of a machine that runs on meanwhile. */
class RunningMachineIT {
    private World world;
    private MachineId id;

    @BeforeEach
    void open() {
        world = World.create();
        id = world.machine("Runner").id();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aLiveSnapshotHoldsTheDiskOfThatMomentAndTheMachineRunsOn() {
        Snapshot live;
        try (Guest guest = world.boot(id)) {
            guest.edit(2);
            guest.remember();
            live = world.snapshot(id, "Live");
            assertThat(live.consistency()).isEqualTo(Snapshot.Consistency.CRASH_CONSISTENT);
            Status after = guest.edit(1);
            assertThat(after.ram()).as("it never stopped").isEqualTo(1);
            assertThat(after.boots()).isEqualTo(1);
        }
        world.services().golden().promote(id, live.id(), "");
        Map<String, String> golden = Layers.goldenBytes(world.require(id));

        VirtualMachine clone = world.clones(id, "while-it-runs").get(0);
        assertThat(world.bootedSays(clone.id()).edits()).isEqualTo(2);

        world.services().reverter().revert(id, live.id(), Optional.empty()).settle();
        assertThat(world.require(id).state()).as("it ran, so it runs again").isEqualTo(PowerState.RUNNING);
        try (Guest guest = world.attach(id)) {
            Status reverted = guest.statusWhen(s -> s.boots() == 2);
            assertThat(reverted.edits()).isEqualTo(2);
            assertThat(reverted.ram()).isZero();
            guest.powerOff();
        }
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
        assertThat(world.check()).isEmpty();
    }

    @Test
    void aSnapshotWithMemoryGoesOnFromThatVeryMoment() {
        Snapshot moment;
        Status then;
        try (Guest guest = world.boot(id)) {
            guest.edit(1);
            guest.remember();
            guest.remember();
            then = guest.statusWhen(s -> s.up() >= 2);
            moment = world.snapshotWithMemory(id, "In the middle of it");
            assertThat(moment.consistency()).isEqualTo(Snapshot.Consistency.MEMORY);
            guest.edit(2);
            assertThat(guest.remember().ram()).isEqualTo(3);
            guest.powerOff();
        }
        world.services().golden().promote(id, moment.id(), "");
        Map<String, String> golden = Layers.goldenBytes(world.require(id));

        for (int time = 1; time <= 2; time++) {
            world.services()
                    .reverter()
                    .revert(id, moment.id(), Optional.empty())
                    .settle();
            try (Guest guest = world.attach(id)) {
                Status now = guest.status();
                assertThat(now.ram()).as("memory is as it was").isEqualTo(2);
                assertThat(now.edits()).as("and so is the disk").isEqualTo(1);
                assertThat(now.boots()).as("without a boot").isEqualTo(1);
                assertThat(now.up()).isGreaterThanOrEqualTo(then.up());
                assertThat(guest.edit(1).edits()).as("it can go on writing").isEqualTo(2);
            }
        }
        VirtualMachine clone = world.clones(id, "cold").get(0);
        assertThat(world.bootedSays(clone.id()).edits())
                .as("a clone boots from the disk of that moment")
                .isEqualTo(1);
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
        world.deleteEverything();
        assertThat(world.files()).as("the memory file goes with its snapshot").isEmpty();
    }

    @Test
    void keepingThePresentStateMakesARevertHarmless() {
        try (Guest guest = world.boot(id)) {
            guest.edit(3);
            world.services()
                    .reverter()
                    .revert(id, world.snapshotCalled(id, "Just Imported"), Optional.of("Before I went back"))
                    .settle();
        }
        try (Guest guest = world.attach(id)) {
            assertThat(guest.status().edits()).isZero();
            guest.powerOff();
        }
        world.services()
                .reverter()
                .revert(id, world.snapshotCalled(id, "Before I went back"), Optional.empty())
                .settle();
        assertThat(world.bootedSays(id).edits()).isEqualTo(3);
        assertThat(world.check()).isEmpty();
    }

    @Test
    void cloningThePresentStateTakesASnapshotOfItFirst() {
        try (Guest guest = world.boot(id)) {
            guest.edit(4);
            VirtualMachine clone =
                    world.clones(id, new Cloner.From.Present(), false, "of now").get(0);
            guest.edit(1);
            assertThat(world.bootedSays(clone.id()).edits()).isEqualTo(4);
        }
    }
}
