package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.LayerMerge;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Layers are merged and clones detached, off and running; what the guests say stays the same. */
class CompactIT {
    private World world;
    private MachineId id;

    @BeforeEach
    void aMachineWithSnapshotsOfWhichSomeAreDeleted() {
        world = World.create();
        id = world.machine("Layered").id();
        for (int i = 1; i <= 4; i++) {
            try (Guest guest = world.boot(id)) {
                guest.edit(1);
                guest.powerOff();
            }
            world.snapshot(id, "edit " + i);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void delete(String name) {
        world.services().snapshots().delete(id, world.snapshotCalled(id, name));
    }

    private List<String> chain(MachineId machine) {
        return Layers.chain(world.require(machine)
                .hardware()
                .writableDisks()
                .get(0)
                .source()
                .orElseThrow());
    }

    private List<LayerMerge> compact() {
        return world.services().compactor().compact(id, Progress.NONE);
    }

    @Test
    void mergesAndDetachesOffAndRunning() {
        assertThat(chain(id)).hasSize(6);
        assertThat(compact()).as("everything is needed").isEmpty();

        delete("edit 2");
        assertThat(compact()).hasSize(1);
        assertThat(chain(id)).hasSize(5);
        world.services()
                .reverter()
                .revert(id, world.snapshotCalled(id, "edit 3"), Optional.empty())
                .settle();
        assertThat(world.bootedSays(id).edits())
                .as("of the image that took a layer in")
                .isEqualTo(3);

        delete("edit 4");
        Guest guest = world.boot(id);
        assertThat(guest.edit(1).edits()).isEqualTo(4);
        delete("edit 3");
        assertThat(compact()).singleElement().matches(m -> m.live().isPresent());
        assertThat(guest.edit(1).edits()).as("it went on").isEqualTo(5);
        guest.powerOff();
        assertThat(chain(id)).hasSize(3);
        assertThat(world.bootedSays(id).edits()).isEqualTo(5);
        assertThat(world.check()).isEmpty();

        world.services().golden().promote(id, world.snapshot(id, "Golden").id(), "");
        Map<String, String> golden = Layers.goldenBytes(world.require(id));
        clonesBecomeIndependent();
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
        world.deleteEverything();
        assertThat(world.files()).isEmpty();
    }

    @Test
    void mergesBelowASnapshotWhileTheGuestRuns() {
        delete("edit 1");
        delete("edit 2");
        Guest guest = world.boot(id);
        assertThat(guest.edit(1).edits()).isEqualTo(5);
        int up = guest.status().up();
        int depth = chain(id).size();

        assertThat(compact()).singleElement().matches(LayerMerge::goesDown);

        assertThat(chain(id)).hasSize(depth - 2);
        assertThat(guest.edit(1).edits()).as("it went on").isEqualTo(6);
        assertThat(guest.status().up()).as("never restarted").isGreaterThanOrEqualTo(up);
        world.snapshot(id, "live");
        assertThat(guest.edit(1).edits()).isEqualTo(7);
        guest.powerOff();
        assertThat(world.bootedSays(id).edits()).isEqualTo(7);
        assertThat(world.check()).isEmpty();
        List<String> said = List.of("edit 3", "edit 4");
        assertThat(said).allSatisfy(name -> {
            world.services()
                    .reverter()
                    .revert(id, world.snapshotCalled(id, name), Optional.empty())
                    .settle();
            assertThat(world.bootedSays(id).edits()).as(name).isEqualTo(name.equals("edit 3") ? 3 : 4);
        });
        world.deleteEverything();
        assertThat(world.files()).isEmpty();
    }

    private void clonesBecomeIndependent() {
        List<VirtualMachine> clones = world.clones(id, "off", "running");
        MachineId off = clones.get(0).id();
        MachineId running = clones.get(1).id();
        Guest guest = world.boot(running);
        assertThat(guest.edit(2).edits()).isEqualTo(7);
        int up = guest.status().up();

        world.services().detacher().detach(running, Progress.NONE);
        world.services().detacher().detach(off, Progress.NONE);

        assertThat(chain(running)).hasSize(1);
        assertThat(chain(off)).hasSize(1);
        assertThat(guest.edit(1).up()).as("never restarted").isGreaterThanOrEqualTo(up);
        guest.powerOff();
        assertThat(world.bootedSays(running).edits()).isEqualTo(8);
        assertThat(world.bootedSays(off).edits()).isEqualTo(5);
        assertThat(world.check()).isEmpty();
    }
}
