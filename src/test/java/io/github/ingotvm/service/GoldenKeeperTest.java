package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.context.Inventory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class GoldenKeeperTest extends Workshop {
    private VirtualMachine vm;

    @BeforeEach
    void twoVersionsAndMore() {
        vm = bigMachine("desk");
        promoted("one");
        edit(vm, "system", "between");
        snapshot(vm, "between");
        promoted("two");
        edit(vm, "system", "later");
        snapshot(vm, "later");
        edit(vm, "system", "now");
    }

    private void promoted(String content) {
        edit(vm, "system", content);
        services().golden().promote(vm.id(), snapshot(vm, content).id(), "");
    }

    private VirtualMachine keep() {
        services().lifecycle().deleteKeepingGolden(vm.id()).commit();
        return now(vm.id());
    }

    private VirtualMachine cast(String name) {
        return services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of(name), false, false), Progress.NONE)
                .get(0);
    }

    @Test
    void theMachineGoesAndItsGoldenImageStaysUnderItsName() {
        VirtualMachine image = keep();
        assertThat(image.isImageOnly()).isTrue();
        assertThat(image.displayName()).isEqualTo("desk");
        assertThat(image.hardware().disks()).isEmpty();
        assertThat(services().golden().list())
                .extracting(
                        GoldenImage::name, GoldenImage::intact, i -> i.version().number())
                .containsExactly(tuple("desk", true, 2), tuple("desk", true, 1));
        assertThat(services().inventory().snapshots(vm.id()))
                .extracting(Snapshot::name)
                .containsExactly("one", "two");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void onlyWhatTheVersionsNeedIsLeftOfItsFiles() {
        keep();
        // Three layers of the chain up to "two" for each disk, two copies of the variables, and those of the
        // definition.
        assertThat(fake.volumes().list()).hasSize(3 * 2 + 3);
    }

    @Test
    void clonesAreCastAndKeptUpToDate() {
        services().versions().makeCurrent(vm.id(), 1);
        VirtualMachine clone = cast("clone");
        keep();
        services().versions().makeCurrent(vm.id(), 2);
        assertThat(disk(cast("another"))).containsEntry("system", "two");
        assertThat(services().refresher().refresh(List.of(clone.id()), new To.Current(), Running.REFUSE, Progress.NONE))
                .allMatch(CloneOutcome::changed);
        assertThat(disk(now(clone.id()))).containsEntry("system", "two");
    }

    @Test
    void anotherMachineMayHaveTheName() {
        keep();
        VirtualMachine next = machine("desk");
        assertThat(next.name()).isEqualTo("desk");
        assertThat(services().inventory().resolve("desk").id()).isEqualTo(next.id());
        assertThat(services().inventory().resolveImage("desk").id()).isEqualTo(vm.id());
        services().golden().promote(next.id(), snapshot(next, "s").id(), "");
        services().lifecycle().deleteKeepingGolden(next.id()).commit();
        assertThat(now(next.id()).displayName()).isEqualTo("desk 2");
    }

    @Test
    void thereIsNoMachineToStartOrChange() {
        keep();
        refused(Kind.WRONG_STATE, "without a machine", () -> start(vm));
        refused(Kind.WRONG_STATE, "without a machine", () -> snapshot(vm, "x"));
        refused(
                Kind.WRONG_STATE,
                "without a machine",
                () -> services().lifecycle().rename(vm.id(), "x"));
        refused(Kind.WRONG_STATE, "without a machine", () -> services().golden().demote(vm.id(), 1));
        refused(
                Kind.WRONG_STATE,
                "without a machine",
                () -> services().lifecycle().deleteKeepingGolden(vm.id()));
    }

    @Test
    void aVersionIsRetiredWithWhatItAloneNeeded() {
        keep();
        services().versions().retire(vm.id(), 1);
        assertThat(services().inventory().snapshots(vm.id()))
                .extracting(Snapshot::name)
                .containsExactly("two");
        assertThat(services().doctor().check()).isEmpty();
        services().lifecycle().delete(vm.id()).commit();
        assertThat(fake.volumes().list()).isEmpty();
    }

    @Test
    void lettingGoOfItIsItsUndo() {
        services().lifecycle().deleteKeepingGolden(vm.id());
        assertThat(now(vm.id()).isImageOnly()).isFalse();
        assertThat(disk(vm)).containsEntry("system", "now");
    }

    @Test
    void aMachineThatRunsOrHasNoGoldenImageIsNotDeletedSo() {
        start(vm);
        refused(Kind.WRONG_STATE, "not off", () -> services().lifecycle().deleteKeepingGolden(vm.id()));
        VirtualMachine other = machine("other");
        refused(Kind.NOT_FOUND, "no golden image", () -> services().lifecycle().deleteKeepingGolden(other.id()));
    }

    @Test
    void theImageOfAMachineWithClonesCanBeKeptWhereTheMachineCannotBeDeletedWhole() {
        cast("clone");
        refused(
                Kind.IN_USE,
                "keep its golden image",
                () -> services().lifecycle().delete(vm.id()));
        keep();
        refused(
                Kind.IN_USE,
                "Delete the clones first",
                () -> services().lifecycle().delete(vm.id()));
    }

    private VirtualMachine changed(String content) {
        VirtualMachine clone = cast("edited");
        edit(clone, "system", content);
        return clone;
    }

    @Test
    void aChangedCloneIsTheNextVersionOfAnImageWithoutMachine() {
        VirtualMachine follower = cast("follower");
        keep();
        VirtualMachine clone = changed("three");
        Snapshot snapshot = snapshot(clone, "two");
        edit(clone, "system", "later still");

        GoldenVersion version = services().golden().promoteTo(vm.id(), clone.id(), snapshot.id(), "from a clone");

        assertThat(version.number()).isEqualTo(3);
        assertThat(now(vm.id()).currentGolden()).contains(version);
        assertThat(services().inventory().snapshots(vm.id()))
                .extracting(Snapshot::name)
                .containsExactly("one", "two", "two (edited)");
        assertThat(now(clone.id()).mark().lineage().orElseThrow().version()).hasValue(3);
        assertThat(Inventory.update(now(follower.id()), services().inventory().machines()))
                .contains(version);
        assertThat(services()
                        .refresher()
                        .refresh(List.of(follower.id()), new To.Current(), Running.REFUSE, Progress.NONE))
                .allMatch(CloneOutcome::changed);
        assertThat(disk(now(follower.id()))).containsEntry("system", "three");
        assertThat(disk(cast("another"))).containsEntry("system", "three");
        assertThat(services().verifier().verify(vm.id(), List.of(3), Progress.NONE))
                .allMatch(Verification::isIntact);
        refused(Kind.EXISTS, "v3", () -> services().golden().promoteTo(vm.id(), clone.id(), snapshot.id(), ""));
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void theEditedCloneCanGoAndTheVersionStays() {
        keep();
        VirtualMachine clone = changed("three");
        Snapshot before = snapshot(clone, "in between");
        edit(clone, "system", "four");
        services()
                .golden()
                .promoteTo(vm.id(), clone.id(), snapshot(clone, "four").id(), "");
        services().snapshots().delete(clone.id(), before.id());

        services().lifecycle().delete(clone.id()).commit();

        assertThat(disk(cast("another"))).containsEntry("system", "four");
        assertThat(services().doctor().check()).isEmpty();
        refused(Kind.IN_USE, "another", () -> services().lifecycle().delete(vm.id()));
    }

    @Test
    void theVersionCanGoAndTheCloneStays() {
        keep();
        VirtualMachine clone = changed("three");
        services()
                .golden()
                .promoteTo(vm.id(), clone.id(), snapshot(clone, "three").id(), "");
        VirtualMachine next = cast("next");
        services().versions().makeCurrent(vm.id(), 2);
        refused(Kind.IN_USE, "edited", () -> services().versions().retire(vm.id(), 3));
        assertThat(disk(now(clone.id()))).containsEntry("system", "three");
        assertThat(disk(next)).containsEntry("system", "three");
    }

    @Test
    void aMachineTakesAVersionFromItsCloneToo() {
        VirtualMachine clone = changed("three");
        services()
                .golden()
                .promoteTo(vm.id(), clone.id(), snapshot(clone, "three").id(), "");
        services()
                .reverter()
                .revert(vm.id(), now(vm.id()).currentGolden().orElseThrow().snapshot(), Optional.empty());
        assertThat(disk(vm)).containsEntry("system", "three");
        assertThat(now(vm.id()).hardware().nics().get(0).mac())
                .isNotEqualTo(now(clone.id()).hardware().nics().get(0).mac());
    }

    @Test
    void otherFirmwareIsAnotherImage() {
        VirtualMachine other = machine("bios");
        Snapshot snapshot = snapshot(other, "s");
        refused(
                Kind.UNSUPPORTED,
                "other firmware",
                () -> services().golden().promoteTo(vm.id(), other.id(), snapshot.id(), ""));
        VirtualMachine plain = machine("plain");
        refused(
                Kind.NOT_FOUND,
                "no golden image",
                () -> services().golden().promoteTo(plain.id(), other.id(), snapshot.id(), ""));
    }
}
