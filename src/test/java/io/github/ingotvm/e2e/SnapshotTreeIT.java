package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots on snapshots, clones of clones, and what deleting one in the middle leaves to the others. */
class SnapshotTreeIT {
    private World world;
    private MachineId id;

    @BeforeEach
    void open() {
        world = World.create();
        id = world.machine("Trunk").id();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void deletingSnapshotsInTheMiddleLeavesTheOthersAsTheyWere() {
        List<Snapshot> taken = new ArrayList<>();
        try (Guest guest = world.boot(id)) {
            for (int edits = 1; edits <= 4; edits++) {
                guest.edit(1);
                taken.add(world.snapshot(id, edits + " edits"));
            }
            guest.powerOff();
        }
        world.services().snapshots().delete(id, taken.get(1).id());
        world.services().snapshots().delete(id, taken.get(0).id());
        assertThat(world.snapshotNames(id)).containsExactly("Just Imported", "3 edits", "4 edits");
        assertThat(world.check()).isEmpty();

        saysAfterRevert(taken.get(2), 3);
        world.services().snapshots().delete(id, taken.get(2).id());
        saysAfterRevert(taken.get(3), 4);
        saysAfterRevert(world.services().inventory().snapshots(id).get(0), 0);
        world.services().snapshots().delete(id, taken.get(3).id());
        assertThat(world.check()).isEmpty();
        assertThat(world.files()).as("the import and the present image").hasSize(2);
    }

    @Test
    void aRenamedMachineGoesOnFromMemoryThatWasKeptUnderItsOldName() {
        Snapshot moment;
        try (Guest guest = world.boot(id)) {
            guest.remember();
            moment = world.snapshotWithMemory(id, "Moment");
            guest.powerOff();
        }
        world.services().lifecycle().rename(id, "Branch office");

        world.services().reverter().revert(id, moment.id(), Optional.empty()).settle();

        try (Guest guest = world.attach(id)) {
            assertThat(guest.status().ram()).isEqualTo(1);
            guest.powerOff();
        }
        assertThat(world.require(id).displayName()).isEqualTo("Branch office");
        assertThat(world.check()).isEmpty();
    }

    @Test
    void aCloneCanBecomeTheMouldOfOthers() {
        world.services().golden().promote(id, world.snapshotCalled(id, "Just Imported"), "");
        VirtualMachine child = world.clones(id, "child").get(0);
        try (Guest guest = world.boot(child.id())) {
            guest.edit(2);
            guest.powerOff();
        }
        Snapshot own = world.snapshot(child.id(), "Own");
        world.services().golden().promote(child.id(), own.id(), "");
        Map<String, String> golden = Layers.goldenBytes(world.require(child.id()));
        VirtualMachine grandchild = world.clones(child.id(), "grandchild").get(0);
        assertThat(world.bootedSays(grandchild.id()).edits()).isEqualTo(2);

        cannotBeDeleted(id, "child", "grandchild");
        cannotBeDeleted(child.id(), "grandchild");
        assertThat(Layers.goldenBytes(world.require(child.id()))).isEqualTo(golden);
        world.delete(grandchild.id());
        world.delete(child.id());
        assertThat(world.bootedSays(id).edits()).isZero();
        world.delete(id);
        assertThat(world.files()).isEmpty();
    }

    private void saysAfterRevert(Snapshot snapshot, int edits) {
        world.services().reverter().revert(id, snapshot.id(), Optional.empty()).settle();
        assertThat(world.bootedSays(id).edits()).isEqualTo(edits);
    }

    private void cannotBeDeleted(MachineId machine, String... because) {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.delete(machine))
                .satisfies(e -> assertThat(e.dependants()).containsExactlyInAnyOrder(because));
    }
}
