package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.CloneChange;
import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.GoldenComparison;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Refresher;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.golden.GoldenVersions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clones follow their golden image from version to version and keep what is theirs; their guests tell. */
class KeepingUpIT {
    private static final Running SHUT_DOWN = new Running(Running.How.SHUT_DOWN, Guest.PATIENCE, true);

    private World world;
    private MachineId id;

    @BeforeEach
    void aGoldenImageWithADataDisk() {
        world = World.create();
        id = world.machine("Standard").id();
        SecondDisk.attach(world, id);
        version(1);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void version(int edits) {
        try (Guest guest = world.boot(id)) {
            guest.edit(edits);
            guest.powerOff();
        }
        Snapshot snapshot = world.snapshot(id, "After " + edits);
        world.services().golden().promote(id, snapshot.id(), "");
    }

    @Test
    void updatesResetsAndTheirUndo() {
        List<VirtualMachine> clones = world.clones(id, "follower", "sleeper");
        MachineId follower = clones.get(0).id();
        MachineId sleeper = clones.get(1).id();
        Guest running = world.boot(follower);
        assertThat(running.edit(5).edits()).isEqualTo(6);
        version(2);
        Map<String, String> golden = Layers.goldenBytes(world.require(id));
        Refresher refresher = world.services().refresher();

        CloneChange change =
                refresher.preview(List.of(follower), new To.Current()).get(0);
        assertThat(change.isRunning()).isTrue();
        assertThat(change.written()).as("what it wrote").isPositive();

        List<CloneOutcome> outcomes =
                refresher.refresh(List.of(follower, sleeper), new To.Current(), SHUT_DOWN, Progress.NONE);
        assertThat(outcomes).allMatch(o -> o.changed() && o.failure().isEmpty(), "all are updated");
        running.close();
        try (Guest again = world.attach(follower)) {
            Status updated = again.status();
            assertThat(updated.edits()).as("the second version's").isEqualTo(3);
            assertThat(updated.disk2()).as("the clone's own data").hasValue(6);
            again.powerOff();
        }
        assertThat(world.require(sleeper).state()).isEqualTo(PowerState.OFF);
        assertThat(world.bootedSays(sleeper).edits()).isEqualTo(3);
        VirtualMachine now = world.require(follower);
        assertThat(now.hardware().nics()).isEqualTo(clones.get(0).hardware().nics());
        assertThat(now.displayName()).isEqualTo("follower");

        succeeds(refresher.undo(List.of(follower), Running.REFUSE, Progress.NONE));
        Status before = world.bootedSays(follower);
        assertThat(before.edits()).as("as it was before the update").isEqualTo(6);
        assertThat(before.boots()).as("it booted once with these edits").isEqualTo(3);
        succeeds(refresher.undo(List.of(follower), Running.REFUSE, Progress.NONE));
        assertThat(world.bootedSays(follower).edits()).as("the undo undone").isEqualTo(3);

        try (Guest guest = world.boot(sleeper)) {
            guest.edit(1);
            guest.powerOff();
        }
        succeeds(refresher.refresh(List.of(sleeper), new To.Own(), Running.REFUSE, Progress.NONE));
        Status reset = world.bootedSays(sleeper);
        assertThat(reset.edits()).as("reset").isEqualTo(3);
        assertThat(reset.disk2()).as("its data stays").hasValue(4);

        assertThat(world.check()).isEmpty();
        int files = world.files().size();
        succeeds(refresher.dropFormer(List.of(follower, sleeper)));
        assertThat(world.files()).as("each gave up one overlay").hasSize(files - 2);
        assertThat(world.check()).isEmpty();
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
        theFirstVersionHasHadItsTime(golden);
    }

    private void theFirstVersionHasHadItsTime(Map<String, String> golden) {
        GoldenVersions versions = world.services().versions();
        GoldenComparison comparison = versions.compare(id, 1, 2);
        assertThat(comparison.hardware()).isEmpty();
        assertThat(comparison.differing()).isPositive();
        assertThat(versions.unneeded(
                        world.require(id), world.services().inventory().machines()))
                .extracting(GoldenVersion::number)
                .containsExactly(1);
        versions.retire(id, 1);
        assertThat(world.snapshotNames(id)).containsExactly("Just Imported", "After 2");
        assertThat(golden).containsAllEntriesOf(Layers.goldenBytes(world.require(id)));
        assertThat(world.check()).isEmpty();
    }

    private static void succeeds(List<CloneOutcome> outcomes) {
        assertThat(outcomes).allMatch(o -> o.changed() && o.failure().isEmpty());
    }
}
