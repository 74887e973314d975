package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Nic;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Promises of {@link Snapshots} about how they hang together. */
interface SnapshotTreeContract extends Contract {
    private Snapshots.Adoption adoption(
            MachineId from, SnapshotId snapshot, MachineId by, Optional<SnapshotId> parent) {
        return new Snapshots.Adoption(
                from,
                snapshot,
                "Adopted / <one>",
                parent,
                new DefinitionEdit.Identity(
                        by, List.of("52:54:00:12:34:56"), UUID.randomUUID().toString()));
    }

    @Test
    default void recordsASnapshotOfAnotherMachine() {
        for (boolean running : List.of(false, true)) {
            MachineId other = running ? rig().running() : rig().off();
            Snapshot original = rig().snapshot(other, rig().snapshot(other, "original"));
            MachineId id = rig().off();
            SnapshotId parent = rig().snapshot(id, "parent");

            Snapshot adopted =
                    rig().hypervisor.snapshots().adopt(id, adoption(other, original.id(), id, Optional.of(parent)));

            assertThat(adopted).isEqualTo(rig().snapshot(id, original.id()));
            assertThat(adopted.name()).isEqualTo("Adopted / <one>");
            assertThat(adopted.parent()).contains(parent);
            assertThat(adopted.current()).isFalse();
            assertThat(rig().snapshot(id, parent).current()).isTrue();
            assertThat(adopted.created()).isEqualTo(original.created());
            assertThat(adopted.hardware().disks()).isEqualTo(original.hardware().disks());
            assertThat(adopted.hardware().nics()).extracting(Nic::mac).containsExactly("52:54:00:12:34:56");
            assertThat(rig().hypervisor.definitions().nameIn(adopted.definition()))
                    .isEqualTo(rig().machine(id).name());
            assertThat(rig().snapshot(other, original.id())).isEqualTo(original);

            rig().hypervisor.snapshots().forget(other, original.id());
            assertThat(rig().snapshot(id, original.id())).isEqualTo(adopted);
            if (running) {
                rig().hypervisor.power().destroy(other);
            }
        }
    }

    @Test
    default void recordsASnapshotOfAnotherMachineWithoutItsMemory() {
        MachineId other = rig().running();
        SnapshotId withMemory = new SnapshotId(rig().unique("memory"));
        rig().hypervisor
                .snapshots()
                .create(
                        other,
                        new Snapshots.SnapshotRequest(
                                withMemory, "m", "", rig().overlays(other), Optional.of(rig().nowhere()), false));
        MachineId id = rig().off();

        Snapshot adopted = rig().hypervisor.snapshots().adopt(id, adoption(other, withMemory, id, Optional.empty()));

        assertThat(adopted.memory()).isEmpty();
        assertThat(adopted.kind()).isEqualTo(Snapshot.Kind.EXTERNAL);
        assertThat(adopted.consistency()).isEqualTo(Snapshot.Consistency.CRASH_CONSISTENT);
        assertThat(adopted).isEqualTo(rig().snapshot(id, withMemory));
        assertRefused(
                Kind.EXISTS,
                () -> rig().hypervisor.snapshots().adopt(id, adoption(other, withMemory, id, Optional.empty())));
        assertRefused(
                Kind.NOT_FOUND,
                () -> rig().hypervisor
                        .snapshots()
                        .adopt(id, adoption(other, new SnapshotId("absent"), id, Optional.empty())));
    }

    @Test
    default void recordsASnapshotAnewOfWhichOnlyTheRecordIsLost() {
        MachineId id = rig().off();
        SnapshotId lost = rig().snapshot(id, "lost");
        SnapshotId current = rig().snapshot(id, "current");
        Snapshot before = rig().snapshot(id, lost);
        Snapshots.Lost known = new Snapshots.Lost(lost, "Lost / <one>", before.created(), before.definition());
        assertRefused(Kind.EXISTS, () -> snapshots().record(id, known));
        assertRefused(Kind.INVALID, () -> snapshots().record(rig().off(), known));
        snapshots().forget(id, lost);

        Snapshot recorded = snapshots().record(id, known);

        assertThat(recorded).isEqualTo(rig().snapshot(id, lost));
        assertThat(recorded.name()).isEqualTo("Lost / <one>");
        assertThat(recorded.created()).isEqualTo(before.created());
        assertThat(recorded.kind()).isEqualTo(Snapshot.Kind.EXTERNAL);
        assertThat(recorded.consistency()).isEqualTo(Snapshot.Consistency.CRASH_CONSISTENT);
        assertThat(recorded.hardware()).isEqualTo(before.hardware());
        assertThat(recorded.parent()).isEmpty();
        assertThat(rig().snapshot(id, current).current()).isTrue();
        assertThat(recorded.current()).isFalse();
    }

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
