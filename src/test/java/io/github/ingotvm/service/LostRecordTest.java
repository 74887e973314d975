package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody drops the record of a golden version's snapshot, as {@code virsh snapshot-delete --metadata} does. */
class LostRecordTest extends Workshop {
    private VirtualMachine golden(String name) {
        VirtualMachine vm = machine(name);
        promote(vm, "one");
        return vm;
    }

    private void promote(VirtualMachine vm, String system) {
        edit(vm, "system", system);
        services().golden().promote(vm.id(), snapshot(vm, system).id(), "");
        services().sealer().sealAll(Progress.NONE);
    }

    private GoldenVersion version(VirtualMachine vm, int number) {
        return now(vm.id()).mark().golden(number).orElseThrow();
    }

    private void lose(VirtualMachine vm, int number) {
        fake.snapshots().forget(vm.id(), version(vm, number).snapshot());
    }

    private VirtualMachine cast(VirtualMachine vm, String name, int number) {
        From from = new From.Version(number);
        return services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), from, List.of(name), false, false), Progress.NONE)
                .get(0);
    }

    private Verification verified(VirtualMachine vm, int number) {
        return services()
                .verifier()
                .verify(vm.id(), List.of(number), Progress.NONE)
                .get(0);
    }

    private void restore(VirtualMachine vm, int number) {
        services().restorer().restoreFrom(verified(vm, number), List.of(), Progress.NONE);
    }

    private List<String> paths(VirtualMachine vm, int number) {
        return version(vm, number).seals().stream()
                .map(GoldenVersion.Seal::path)
                .toList();
    }

    @Test
    void isNotIntactIsNamedByCheckAndNoFileOfItIsRemoved() {
        VirtualMachine vm = golden("vm");
        promote(vm, "two");
        List<String> files = paths(vm, 2);
        services().reverter().revert(vm.id(), version(vm, 1).snapshot(), Optional.empty());
        lose(vm, 2);

        assertThat(verified(vm, 2).isIntact()).isFalse();
        assertThat(verified(vm, 2).damaged()).isEmpty();
        assertThat(verified(vm, 1).isIntact()).isTrue();
        services().doctor().remove(files, Progress.NONE);
        assertThat(foreign.files()).containsAll(files);
        assertThat(services().doctor().check())
                .filteredOn(f -> f.kind() == Finding.Kind.GOLDEN_LOST)
                .extracting(Finding::sentence)
                .containsExactly(
                        "The snapshot of golden image v2 of vm is gone; restore that version, which records it anew where its files are there, or retire that version.");
    }

    @Test
    void isRecordedAnewFromACloneWithTheNameThatItHad() {
        VirtualMachine vm = golden("vm");
        VirtualMachine clone = cast(vm, "clone", 1);
        promote(vm, "two");
        Snapshot before = services().inventory().require(vm.id(), version(vm, 1).snapshot());
        lose(vm, 1);

        restore(vm, 1);

        assertThat(verified(vm, 1).isIntact()).isTrue();
        Snapshot anew = services().inventory().require(vm.id(), before.id());
        assertThat(anew.name()).isEqualTo("one");
        assertThat(anew.hardware().disks()).isEqualTo(before.hardware().disks());
        assertThat(anew.hardware().nics()).isEqualTo(before.hardware().nics());
        assertThat(disk(cast(vm, "next", 1))).containsEntry("system", "one");
        assertThat(disk(clone)).containsEntry("system", "one");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void isRecordedAnewFromAnotherSnapshotEachDiskInItsPlace() {
        VirtualMachine vm = bigMachine("vm");
        start(vm);
        guest.writes(vm.id(), "vda", "system", "one");
        guest.writes(vm.id(), "vdb", "data", "first");
        stop(vm);
        services().golden().promote(vm.id(), snapshot(vm, "one").id(), "");
        promote(vm, "two");
        lose(vm, 2);

        restore(vm, 2);

        VirtualMachine clone = cast(vm, "clone", 2);
        assertThat(guest.reads(clone.id(), "vda")).containsEntry("system", "two");
        assertThat(guest.reads(clone.id(), "vdb")).containsEntry("data", "first");
        assertThat(verified(vm, 2).isIntact()).isTrue();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void mayBeRetiredThoughItIsTheCurrentOne() {
        VirtualMachine vm = golden("vm");
        promote(vm, "two");
        List<String> files = paths(vm, 2);
        services()
                .reverter()
                .revert(vm.id(), version(vm, 1).snapshot(), Optional.empty())
                .settle();
        lose(vm, 2);

        services().versions().retire(vm.id(), 2);

        assertThat(now(vm.id()).currentGolden().orElseThrow().number()).isEqualTo(1);
        assertThat(services().doctor().check()).as("its files went, too").isEmpty();
        assertThat(foreign.files()).doesNotContain(files.get(0));
        refused(
                Kind.WRONG_STATE,
                "demote that version instead",
                () -> services().versions().retire(vm.id(), 1));
        lose(vm, 1);
        services().golden().demote(vm.id(), 1);
        assertThat(services().doctor().check()).noneMatch(f -> f.kind() == Finding.Kind.GOLDEN_LOST);
    }

    @Test
    void ofAnImageWithoutAMachineComesBackFromACloneOrGoesWithTheImage() {
        VirtualMachine vm = golden("vm");
        VirtualMachine clone = cast(vm, "clone", 1);
        services().lifecycle().deleteKeepingGolden(vm.id()).commit();
        lose(vm, 1);
        refused(
                Kind.IN_USE,
                "clone stands on its disks",
                () -> services().lifecycle().delete(vm.id()).commit());
        restore(vm, 1);
        assertThat(verified(vm, 1).isIntact()).isTrue();
        assertThat(disk(cast(vm, "next", 1))).containsEntry("system", "one");

        services().lifecycle().delete(clone.id()).commit();
        services()
                .lifecycle()
                .delete(services().inventory().resolve("next").id())
                .commit();
        lose(vm, 1);
        refused(
                Kind.WRONG_STATE,
                "delete that golden image instead",
                () -> services().versions().retire(vm.id(), 1));
        refused(Kind.FAILED, "nothing is left that has such disks; delete that golden image", () -> restore(vm, 1));
        services().lifecycle().delete(vm.id()).commit();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void staysLostWhereAFileIsGoneToo() {
        VirtualMachine vm = golden("vm");
        VirtualMachine clone = cast(vm, "clone", 1);
        String layer = paths(vm, 1).get(0);
        lose(vm, 1);
        foreign.removesFile(layer);
        assertThat(verified(vm, 1).damaged()).containsExactly(layer);
        refused(Kind.FAILED, "is gone, and the file " + layer + " is, too; demote that version", () -> restore(vm, 1));
        assertThat(now(clone.id()).mark().lineage()).isPresent();
    }
}
