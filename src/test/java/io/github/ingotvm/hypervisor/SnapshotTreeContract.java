package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.Volume;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Promises of {@link Snapshots} about how they hang together. */
interface SnapshotTreeContract extends Contract {
    private Snapshots snapshots() {
        return rig().hypervisor.snapshots();
    }

    @Test
    default void hasNoSnapshotsAtFirst() {
        assertThat(snapshots().list(rig().off())).isEmpty();
    }

    @Test
    default void makesTheCurrentSnapshotTheParentOfTheNext() {
        MachineId id = rig().off();
        SnapshotId first = rig().snapshot(id, "first");
        SnapshotId second = rig().snapshot(id, "second");

        assertThat(rig().snapshot(id, second).parent()).contains(first);
        assertThat(rig().snapshot(id, second).current()).isTrue();
        assertThat(rig().snapshot(id, first).current()).isFalse();
    }

    @Test
    default void branchesAfterAnotherSnapshotWasMadeCurrent() {
        MachineId id = rig().off();
        SnapshotId root = rig().snapshot(id, "root");
        SnapshotId left = rig().snapshot(id, "left");

        snapshots().makeCurrent(id, root);
        assertThat(rig().snapshot(id, root).current()).isTrue();
        assertThat(rig().snapshot(id, left).current()).isFalse();

        SnapshotId right = rig().snapshot(id, "right");
        assertThat(rig().snapshot(id, right).parent()).contains(root);
        List<SnapshotId> order = snapshots().list(id).stream().map(Snapshot::id).toList();
        assertThat(order).containsExactlyInAnyOrder(root, left, right).startsWith(root);
    }

    @Test
    default void standsOnNoneAndBranchesFromThere() {
        MachineId id = rig().off();
        SnapshotId root = rig().snapshot(id, "root");
        SnapshotId leaf = rig().snapshot(id, "leaf");
        String before = rig().present(id);
        Snapshot whole = rig().snapshot(id, root);

        snapshots().makeNoneCurrent(id);
        snapshots().makeNoneCurrent(id);

        assertThat(snapshots().list(id)).noneMatch(Snapshot::current).hasSize(2);
        assertThat(rig().snapshot(id, root)).isEqualTo(whole);
        assertThat(rig().snapshot(id, leaf).parent()).contains(root);
        assertThat(rig().present(id)).isEqualTo(before);
        assertThat(rig().snapshot(id, rig().snapshot(id, "another")).parent()).isEmpty();
    }

    @Test
    default void listsThoseOfAllMachinesAtOnce() {
        MachineId off = rig().off();
        MachineId running = rig().running();
        MachineId without = rig().off();
        rig().snapshot(off, "first");
        rig().snapshot(off, "second");
        rig().snapshot(running, "live");

        assertThat(snapshots().all())
                .containsEntry(off, snapshots().list(off))
                .containsEntry(running, snapshots().list(running))
                .doesNotContainKey(without);
    }

    @Test
    default void findsEachAsItIsInTheList() {
        MachineId id = rig().off();
        SnapshotId first = rig().snapshot(id, "first");
        SnapshotId second = rig().snapshot(id, "second");

        assertThat(List.of(
                        snapshots().find(id, first).orElseThrow(),
                        snapshots().find(id, second).orElseThrow()))
                .isEqualTo(snapshots().list(id));
        assertThat(snapshots().all()).containsEntry(id, snapshots().list(id)).doesNotContainKey(rig().off());
        assertThat(snapshots().find(id, new SnapshotId("nobody"))).isEmpty();
        assertRefused(Kind.NOT_FOUND, () -> snapshots().find(NOBODY, first));
    }

    @Test
    default void touchesNoDiskWhenItMakesASnapshotCurrent() {
        MachineId id = rig().off();
        SnapshotId root = rig().snapshot(id, "root");
        rig().snapshot(id, "leaf");
        String before = rig().present(id);
        Snapshot whole = rig().snapshot(id, root);

        snapshots().makeCurrent(id, root);

        assertThat(rig().present(id)).isEqualTo(before);
        assertThat(rig().snapshot(id, root).hardware()).isEqualTo(whole.hardware());
        assertThat(rig().snapshot(id, root).created()).isEqualTo(whole.created());
    }

    @Test
    default void describesASnapshotAnewAndChangesNothingElse() {
        MachineId id = rig().off();
        SnapshotId first = rig().snapshot(id, "first");
        SnapshotId second = rig().snapshot(id, "second");
        Snapshot before = rig().snapshot(id, first);
        String present = rig().present(id);

        snapshots().describe(id, first, "Первый <&>", "a\nnote");

        Snapshot after = rig().snapshot(id, first);
        assertThat(after.name()).isEqualTo("Первый <&>");
        assertThat(after.note()).isEqualTo("a\nnote");
        assertThat(after.hardware()).isEqualTo(before.hardware());
        assertThat(after.created()).isEqualTo(before.created());
        assertThat(after.parent()).isEmpty();
        assertThat(after.consistency()).isEqualTo(before.consistency());
        assertThat(rig().snapshot(id, second).current()).isTrue();
        assertThat(rig().snapshot(id, second).parent()).contains(first);
        assertThat(rig().present(id)).isEqualTo(present);
    }

    @Test
    default void describesTheCurrentSnapshotWhichStaysCurrent() {
        MachineId id = rig().off();
        SnapshotId only = rig().snapshot(id, "only");

        snapshots().describe(id, only, "renamed", "");

        assertThat(rig().snapshot(id, only).name()).isEqualTo("renamed");
        assertThat(rig().snapshot(id, only).current()).isTrue();
    }

    @Test
    default void givesTheChildrenOfAForgottenSnapshotToItsParent() {
        MachineId id = rig().off();
        SnapshotId root = rig().snapshot(id, "root");
        SnapshotId middle = rig().snapshot(id, "middle");
        SnapshotId leaf = rig().snapshot(id, "leaf");

        snapshots().forget(id, middle);

        assertThat(snapshots().list(id)).extracting(Snapshot::id).containsExactly(root, leaf);
        assertThat(rig().snapshot(id, leaf).parent()).contains(root);
        assertThat(rig().snapshot(id, leaf).current()).isTrue();
    }

    @Test
    default void leavesWhatDescendantsOfAForgottenSnapshotHold() {
        MachineId id = rig().off();
        SnapshotId root = rig().snapshot(id, "root");
        SnapshotId child = rig().snapshot(id, "child");
        SnapshotId grandchild = rig().snapshot(id, "grandchild");
        Snapshot childBefore = rig().snapshot(id, child);
        Snapshot grandchildBefore = rig().snapshot(id, grandchild);

        snapshots().forget(id, root);

        assertThat(rig().snapshot(id, child).hardware()).isEqualTo(childBefore.hardware());
        assertThat(rig().snapshot(id, child).created()).isEqualTo(childBefore.created());
        assertThat(rig().snapshot(id, grandchild).hardware()).isEqualTo(grandchildBefore.hardware());
    }

    @Test
    default void makesRootsOfTheChildrenOfAForgottenRoot() {
        MachineId id = rig().off();
        SnapshotId root = rig().snapshot(id, "root");
        SnapshotId leaf = rig().snapshot(id, "leaf");

        snapshots().forget(id, root);

        assertThat(rig().snapshot(id, leaf).parent()).isEqualTo(Optional.empty());
    }

    @Test
    default void touchesNoVolumeWhenItForgets() {
        MachineId id = rig().off();
        SnapshotId root = rig().snapshot(id, "root");
        rig().snapshot(id, "leaf");
        List<String> before = paths();
        String present = rig().present(id);

        snapshots().forget(id, root);

        assertThat(paths()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(rig().present(id)).isEqualTo(present);
    }

    private List<String> paths() {
        return rig().hypervisor.volumes().list().stream().map(Volume::path).toList();
    }

    @Test
    default void takesSnapshotsAfterTheLastOneWasForgotten() {
        MachineId id = rig().off();
        snapshots().forget(id, rig().snapshot(id, "gone"));

        SnapshotId next = rig().snapshot(id, "next");

        assertThat(rig().snapshot(id, next).parent()).isEmpty();
    }

    @Test
    default void saysSoWhenASnapshotIsNotThere() {
        MachineId id = rig().off();
        SnapshotId nothing = new SnapshotId("nothing");

        assertRefused(Kind.NOT_FOUND, () -> snapshots().describe(id, nothing, "x", ""));
        assertRefused(Kind.NOT_FOUND, () -> snapshots().makeCurrent(id, nothing));
        assertRefused(Kind.NOT_FOUND, () -> snapshots().forget(id, nothing));
        assertRefused(Kind.NOT_FOUND, () -> snapshots().revertInternal(id, nothing));
    }
}
