package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.Snapshots.SnapshotRequest;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Promises of {@link Snapshots#create}. */
interface SnapshotsContract extends Contract {
    private Snapshots snapshots() {
        return rig().hypervisor.snapshots();
    }

    private static SnapshotRequest request(SnapshotId id, Map<String, String> overlays, boolean quiesce) {
        return new SnapshotRequest(id, "A snapshot", "", overlays, Optional.empty(), quiesce);
    }

    private SnapshotId fresh() {
        return new SnapshotId(rig().unique("snapshot"));
    }

    @Test
    default void freezesAMachineThatIsOff() {
        MachineId id = rig().off();
        String frozen = rig().present(id);
        Map<String, String> overlays = rig().overlays(id);
        SnapshotId snapshotId = fresh();

        Snapshot snapshot = snapshots().create(id, request(snapshotId, overlays, false));

        assertThat(snapshot).isEqualTo(rig().snapshot(id, snapshotId));
        assertThat(snapshot.kind()).isEqualTo(Snapshot.Kind.EXTERNAL);
        assertThat(snapshot.consistency()).isEqualTo(Snapshot.Consistency.OFF);
        assertThat(snapshot.parent()).isEmpty();
        assertThat(snapshot.current()).isTrue();
        assertThat(snapshot.memory()).isEmpty();
        assertThat(snapshot.hardware().writableDisks()).extracting(Disk::source).containsExactly(Optional.of(frozen));
        assertThat(rig().machine(id).hardware().writableDisks())
                .extracting(Disk::source)
                .containsExactly(Optional.ofNullable(overlays.get("vda")));
        assertThat(rig().machine(id).state()).isEqualTo(PowerState.OFF);
    }

    @Test
    default void freezesARunningMachineWhichGoesOn() {
        MachineId id = rig().running();
        String frozen = rig().present(id);
        Map<String, String> overlays = rig().overlays(id);
        SnapshotId snapshotId = fresh();

        Snapshot snapshot = snapshots().create(id, request(snapshotId, overlays, false));

        assertThat(snapshot).isEqualTo(rig().snapshot(id, snapshotId));
        assertThat(snapshot.consistency()).isEqualTo(Snapshot.Consistency.CRASH_CONSISTENT);
        assertThat(snapshot.hardware().writableDisks()).extracting(Disk::source).containsExactly(Optional.of(frozen));
        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
        assertThat(rig().present(id)).isEqualTo(overlays.get("vda"));
        assertThat(rig().machine(id).hardware().writableDisks())
                .extracting(Disk::source)
                .containsExactly(Optional.ofNullable(overlays.get("vda")));
    }

    @Test
    default void leavesAPausedMachinePaused() {
        MachineId id = rig().running();
        rig().hypervisor.power().suspend(id);

        rig().snapshot(id, "paused");

        assertThat(rig().machine(id).state()).isEqualTo(PowerState.PAUSED);
    }

    @Test
    default void startsAMachineAfterItsSnapshot() {
        MachineId id = rig().off();
        rig().snapshot(id, "one");

        rig().hypervisor.power().start(id);

        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void freezesAllDisksTogether() {
        String first = rig().image();
        String second = rig().image();
        MachineId id = rig().define(rig().definition(rig().unique("two"), first, second));

        Snapshot snapshot = rig().snapshot(id, rig().snapshot(id, "both"));

        assertThat(snapshot.hardware().writableDisks())
                .extracting(d -> d.source().orElseThrow())
                .containsExactly(first, second);
        assertThat(rig().machine(id).hardware().writableDisks())
                .extracting(d -> d.source().orElseThrow())
                .doesNotContain(first, second);
    }

    @Test
    default void keepsFreeTextAsItIs() {
        MachineId id = rig().off();
        SnapshotId longest = new SnapshotId("a.B-c_" + "9".repeat(94));
        String name = "\"Ω\" <&> 'ß' 日本語 🙂 a/b ".repeat(8).strip();
        String note = "one\ntwo \"<&>\"\n\nthree";

        snapshots().create(id, new SnapshotRequest(longest, name, note, rig().overlays(id), Optional.empty(), false));

        assertThat(rig().snapshot(id, longest).name()).isEqualTo(name);
        assertThat(rig().snapshot(id, longest).note()).isEqualTo(note);
    }

    @Test
    default void keepsTheMachineOfThatMoment() {
        MachineId id = rig().off();
        SnapshotId snapshot = rig().snapshot(id, "small");
        rig().hypervisor
                .machines()
                .define(rig().hypervisor
                        .definitions()
                        .edit(rig().machine(id).definition(), DefinitionEdit.NONE.memory(256L << 20)));

        assertThat(rig().snapshot(id, snapshot).hardware().memory()).isEqualTo(64L << 20);
    }

    @Test
    default void refusesATakenIdAndChangesNothing() {
        MachineId id = rig().off();
        SnapshotId taken = rig().snapshot(id, "first");
        String before = rig().present(id);

        assertRefused(Kind.EXISTS, () -> snapshots().create(id, request(taken, rig().overlays(id), false)));

        assertUnchanged(id, before, List.of(taken));
    }

    @Test
    default void failsToQuiesceWithoutAnAgentAndChangesNothing() {
        MachineId id = rig().running();
        String before = rig().present(id);

        assertRefused(Kind.FAILED, () -> snapshots().create(id, request(fresh(), rig().overlays(id), true)));

        assertUnchanged(id, before, List.of());
        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void refusesToQuiesceAMachineThatIsOff() {
        MachineId id = rig().off();
        String before = rig().present(id);

        assertRefused(Kind.WRONG_STATE, () -> snapshots().create(id, request(fresh(), rig().overlays(id), true)));

        assertUnchanged(id, before, List.of());
    }

    @Test
    default void failsOnAMissingOverlayAndChangesNothing() {
        for (MachineId id : List.of(rig().off(), rig().running())) {
            String before = rig().present(id);

            assertFails(() -> snapshots().create(id, request(fresh(), Map.of("vda", rig().nowhere()), false)));

            assertUnchanged(id, before, List.of());
        }
    }

    @Test
    default void failsOnASecondMissingOverlayAndChangesNoDisk() {
        String first = rig().image();
        String second = rig().image();
        MachineId id = rig().define(rig().definition(rig().unique("two"), first, second));
        Map<String, String> overlays = Map.of("vda", rig().overlay(first), "vdb", rig().nowhere());

        assertFails(() -> snapshots().create(id, request(fresh(), overlays, false)));

        assertUnchanged(id, first, List.of());
    }

    private void assertUnchanged(MachineId id, String image, List<SnapshotId> all) {
        assertThat(rig().present(id)).isEqualTo(image);
        assertThat(snapshots().list(id)).extracting(Snapshot::id).isEqualTo(all);
    }
}
