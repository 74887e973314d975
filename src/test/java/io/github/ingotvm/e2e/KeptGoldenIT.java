package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine is deleted, its golden image lives on; the guests of its clones tell. */
class KeptGoldenIT {
    private World world;
    private MachineId id;

    @BeforeEach
    void aGoldenImage() {
        world = World.create();
        id = world.machine("Standard").id();
        try (Guest guest = world.boot(id)) {
            guest.edit(1);
            guest.powerOff();
        }
        Snapshot snapshot = world.snapshot(id, "Tuned");
        world.services().golden().promote(id, snapshot.id(), "");
        world.snapshot(id, "By the way");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theImageLivesOnWithoutItsMachine() {
        MachineId before = world.clones(id, "before").get(0).id();
        Map<String, String> golden = Layers.goldenBytes(world.require(id));

        world.services().lifecycle().deleteKeepingGolden(id).commit();

        VirtualMachine image = world.require(id);
        assertThat(image.displayName()).isEqualTo("Standard");
        assertThat(image.hardware().disks()).isEmpty();
        assertThat(world.snapshotNames(id)).containsExactly("Tuned");
        assertThat(world.services().golden().list())
                .extracting(GoldenImage::name, GoldenImage::intact)
                .containsExactly(tuple("Standard", true));
        assertThat(world.check()).isEmpty();
        // Another machine has its name from now on.
        assertThat(world.machine("Standard").name()).isEqualTo("Standard");

        MachineId after = world.clones(id, "after").get(0).id();
        assertThat(world.bootedSays(after).edits()).isEqualTo(1);
        assertThat(world.bootedSays(before).edits()).isEqualTo(1);
        world.services().refresher().refresh(List.of(before), new To.Own(), Running.REFUSE, Progress.NONE);
        assertThat(world.bootedSays(before).boots())
                .as("fresh from the image")
                .isEqualTo(world.bootedSays(after).boots() - 1);
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
        assertThat(world.check()).isEmpty();
        aChangedCloneIsItsNextVersion(after, before);
        assertThat(Layers.goldenBytes(world.require(id))).containsAllEntriesOf(golden);
    }

    private void aChangedCloneIsItsNextVersion(MachineId edited, MachineId follower) {
        try (Guest guest = world.boot(edited)) {
            guest.edit(3);
            guest.powerOff();
        }
        Snapshot better = world.snapshot(edited, "Better");
        world.services().golden().promoteTo(id, edited, better.id(), "from a clone");
        world.services().lifecycle().delete(edited).commit();
        world.services().refresher().refresh(List.of(follower), new To.Current(), Running.REFUSE, Progress.NONE);
        assertThat(world.bootedSays(follower).edits()).as("the next version's").isEqualTo(4);
        assertThat(world.services().verifier().verify(id, List.of(1, 2), Progress.NONE))
                .allMatch(Verification::isIntact);
        assertThat(world.check()).isEmpty();
    }
}
