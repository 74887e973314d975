package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.machines.Deletion;
import io.github.ingotvm.service.machines.DeletionPlan;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Renaming, deleting, the snapshot tree and Check. */
class CareTest extends Workshop {
    @Test
    void renamingAMachineThatIsOffRenamesTheDomainToo() {
        VirtualMachine vm = machine("vm");
        snapshot(vm, "First");
        VirtualMachine renamed = services().lifecycle().rename(vm.id(), "web_01");
        assertThat(renamed.name()).isEqualTo("web_01");
        assertThat(renamed.displayName()).isEqualTo("web_01");
        assertThat(services().inventory().snapshots(vm.id())).hasSize(1);
    }

    @Test
    void renamingARunningMachineChangesWhatPeopleRead() {
        VirtualMachine vm = machine("vm");
        start(vm);
        VirtualMachine renamed = services().lifecycle().rename(vm.id(), "Größe / <&>");
        assertThat(renamed.displayName()).isEqualTo("Größe / <&>");
        assertThat(renamed.name()).isEqualTo("vm");
    }

    @Test
    void aNameOfAnotherMachineIsRefused() {
        VirtualMachine vm = machine("vm");
        machine("other");
        refused(Kind.EXISTS, "\"other\"", () -> services().lifecycle().rename(vm.id(), "other"));
        assertThat(now(vm.id()).displayName()).isEqualTo("vm");
    }

    @Test
    void renamingToItsOwnNameIsFine() {
        VirtualMachine vm = machine("vm");
        assertThat(services().lifecycle().rename(vm.id(), "vm").displayName()).isEqualTo("vm");
    }

    @Test
    void deletingRemovesTheMachineAndItsFiles() {
        VirtualMachine vm = bigMachine("vm");
        start(vm);
        services().snapshotter().take(vm.id(), new Snapshotter.Request("Memory", "", true));
        stop(vm);
        snapshot(vm, "Off");
        services().lifecycle().delete(vm.id()).commit();
        assertThat(services().inventory().machines()).isEmpty();
        assertThat(foreign.files()).isEmpty();
    }

    @Test
    void aDeletionThatIsLetGoChangesNothing() {
        VirtualMachine vm = machine("vm");
        services().lifecycle().delete(vm.id());
        assertThat(services().inventory().machines()).hasSize(1);
    }

    @Test
    void aRunningMachineIsNotDeleted() {
        VirtualMachine vm = machine("vm");
        start(vm);
        refused(Kind.WRONG_STATE, "running", () -> services().lifecycle().delete(vm.id()));
    }

    @Test
    void aCloneMadeWhileADeletionWaitsStopsIt() {
        VirtualMachine vm = machine("vm");
        Deletion deletion = services().lifecycle().delete(vm.id());
        services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Present(), List.of("c"), false, false), Progress.NONE);
        refused(Kind.IN_USE, "c stands", deletion::commit);
    }

    @Test
    void theDiskOfAnotherToolStaysWhenItsMachineIsDeleted() {
        VirtualMachine vm = machine("vm");
        foreign.addsPool("theirs", "/theirs");
        foreign.addsFile("/theirs/disk.qcow2", "qcow2", 1 << 20, Optional.empty());
        foreign.edits(vm.id(), "disk.vda.source", "/theirs/disk.qcow2");
        services().lifecycle().delete(vm.id()).commit();
        assertThat(foreign.files()).contains("/theirs/disk.qcow2");
    }

    @Test
    void whatIsDeletedTogetherGoesClonesFirst() {
        VirtualMachine mould = machine("mould");
        services().golden().promote(mould.id(), snapshot(mould, "v1").id(), "");
        VirtualMachine clone = clone(mould, "clone");
        services().golden().promote(clone.id(), snapshot(clone, "v1").id(), "");
        VirtualMachine grandchild = clone(clone, "grandchild");
        DeletionPlan plan = services().lifecycle().plan(List.of(mould.id(), clone.id(), grandchild.id()));
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.possible())
                .extracting(d -> d.machine().displayName())
                .containsExactly("grandchild", "clone", "mould");
        plan.possible().forEach(Deletion::commit);
        assertThat(foreign.files()).isEmpty();
    }

    @Test
    void whatStaysKeepsAllThatItStandsOn() {
        VirtualMachine mould = machine("mould");
        services().golden().promote(mould.id(), snapshot(mould, "v1").id(), "");
        VirtualMachine running = clone(mould, "running");
        VirtualMachine other = clone(mould, "other");
        start(running);
        DeletionPlan plan = services().lifecycle().plan(List.of(mould.id(), running.id(), other.id()));
        assertThat(plan.possible()).extracting(d -> d.machine().displayName()).containsExactly("other");
        assertThat(plan.refused()).extracting(r -> r.why().kind()).containsExactly(Kind.WRONG_STATE, Kind.IN_USE);
        assertThat(plan.refused().get(1).dependants())
                .extracting(VirtualMachine::displayName)
                .containsExactly("running");
    }

    private VirtualMachine clone(VirtualMachine source, String name) {
        return services()
                .cloner()
                .clone(new Cloner.Request(source.id(), new From.Golden(), List.of(name), false, false), Progress.NONE)
                .get(0);
    }

    @Test
    void deletingASnapshotKeepsWhatTheMachineContains() {
        VirtualMachine vm = machine("vm");
        edit(vm, "a", "1");
        Snapshot first = snapshot(vm, "First");
        edit(vm, "b", "2");
        snapshot(vm, "Second");
        services().snapshots().delete(vm.id(), first.id());
        assertThat(disk(vm)).containsEntry("a", "1").containsEntry("b", "2");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void deletingTheSnapshotOfAnAbandonedBranchRemovesItsLayer() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        edit(vm, "a", "1");
        Snapshot branch = snapshot(vm, "Branch");
        services().reverter().revert(vm.id(), first.id(), Optional.empty()).settle();
        int files = foreign.files().size();
        services().snapshots().delete(vm.id(), branch.id());
        assertThat(foreign.files()).hasSize(files - 1);
    }

    @Test
    void theTreeShowsParentsDepthsAndMarks() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        snapshot(vm, "Child");
        services().reverter().revert(vm.id(), first.id(), Optional.empty()).settle();
        snapshot(vm, "Sibling");
        services().golden().promote(vm.id(), first.id(), "");
        List<SnapshotNode> tree = services().snapshots().tree(vm.id());
        assertThat(tree).extracting(n -> n.snapshot().name()).containsExactly("First", "Child", "Sibling");
        assertThat(tree).extracting(SnapshotNode::depth).containsExactly(0, 1, 1);
        assertThat(tree.get(0).golden()).isPresent();
        assertThat(tree.get(2).snapshot().current()).isTrue();
    }

    @Test
    void snapshotsAreRenamedWithTheirNotes() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        Snapshot second = snapshot(vm, "Second");
        services().snapshots().describe(vm.id(), first.id(), "Erste", "eine\nNotiz");
        Snapshot renamed = services().inventory().require(vm.id(), first.id());
        assertThat(renamed.name()).isEqualTo("Erste");
        assertThat(renamed.note()).isEqualTo("eine\nNotiz");
        refused(Kind.EXISTS, "\"Second\"", () -> services().snapshots().describe(vm.id(), first.id(), "Second", ""));
        assertThat(services().inventory().require(vm.id(), second.id()).current())
                .isTrue();
    }

    @Test
    void checkFindsLeftoversAndFixRemovesThemAlone() {
        VirtualMachine vm = machine("vm");
        String mine = fake.volumes().pathOf("x.vda.00000000000x.qcow2");
        String theirs = fake.volumes().pathOf("theirs.qcow2");
        foreign.addsFile(mine, "qcow2", 1 << 20, Optional.empty());
        foreign.addsFile(theirs, "qcow2", 1 << 20, Optional.empty());
        assertThat(services().doctor().check()).extracting(Finding::subject).containsExactly(mine);
        services().doctor().fix(Progress.NONE);
        assertThat(foreign.files()).contains(theirs).doesNotContain(mine);
        assertThat(disk(vm)).isEmpty();
    }

    @Test
    void nothingIsRemovedWhileAPoolCannotBeSeen() {
        machine("vm");
        foreign.addsFile(fake.volumes().pathOf("x.vda.00000000000x.qcow2"), "qcow2", 1 << 20, Optional.empty());
        foreign.addsPool("usb", "/usb");
        foreign.setsPoolActive("usb", false);
        assertThat(services().doctor().check()).extracting(Finding::kind).contains(Finding.Kind.UNSEEN);
        refused(Kind.WRONG_STATE, "usb", () -> services().doctor().fix(Progress.NONE));
    }

    @Test
    void nothingIsRemovedWhileAMachineUsesAnImageThatCannotBeSeen() {
        VirtualMachine vm = machine("vm");
        VirtualMachine theirs = machine("theirs");
        String layer =
                snapshot(vm, "First").hardware().writableDisks().get(0).source().orElseThrow();
        foreign.edits(theirs.id(), "disk.vda.source", "/not/mounted/top.qcow2");
        services().lifecycle().delete(vm.id()).commit();
        assertThat(foreign.files()).contains(layer);
        assertThat(services().doctor().check()).extracting(Finding::kind).contains(Finding.Kind.UNSEEN);
        refused(
                Kind.WRONG_STATE,
                "/not/mounted/top.qcow2",
                () -> services().doctor().fix(Progress.NONE));
    }

    @Test
    void anImageInNoPoolKeepsWhatItStandsOnAndNothingElse() {
        VirtualMachine vm = machine("vm");
        VirtualMachine theirs = machine("theirs");
        String layer =
                snapshot(vm, "First").hardware().writableDisks().get(0).source().orElseThrow();
        String unneeded = fake.volumes().pathOf("x.vda.00000000000x.qcow2");
        foreign.addsFile(unneeded, "qcow2", 1 << 20, Optional.empty());
        foreign.addsFile("/home/me/middle.qcow2", "qcow2", 1 << 20, Optional.of(layer));
        foreign.addsFile("/home/you/top.qcow2", "qcow2", 1 << 20, Optional.of("/home/me/middle.qcow2"));
        foreign.edits(theirs.id(), "disk.vda.source", "/home/you/top.qcow2");

        refused(Kind.IN_USE, "theirs", () -> services().lifecycle().delete(vm.id()));
        fake.machines().undefine(vm.id());
        services().doctor().fix(Progress.NONE);

        assertThat(foreign.files()).contains(layer).doesNotContain(unneeded);
        assertThat(services().doctor().check()).isEmpty();
        assertThat(disk(theirs)).isEqualTo(guest.content(layer));
    }

    @Test
    void aMissingFileIsNamedWithTheMachineThatNeedsIt() {
        VirtualMachine vm = machine("vm");
        foreign.removesFile(vm.hardware().writableDisks().get(0).source().orElseThrow());
        assertThat(services().doctor().check())
                .singleElement()
                .satisfies(f -> assertThat(f.kind()).isEqualTo(Finding.Kind.BROKEN_CHAIN));
        refused(Kind.FAILED, "gone", () -> start(vm));
    }

    @Test
    void aMachineThatVirshDeletedMeanwhileIsSaidToBeGone() {
        VirtualMachine vm = machine("vm");
        foreign.deletes(vm.id());
        refused(Kind.NOT_FOUND, "gone", () -> snapshot(vm, "x"));
        refused(Kind.NOT_FOUND, "gone", () -> services().lifecycle().rename(vm.id(), "x"));
    }

    @Test
    void machinesAreFoundByNameTitleAndUuid() {
        VirtualMachine vm = machine("Büro");
        assertThat(services().inventory().resolve("Büro").id()).isEqualTo(vm.id());
        assertThat(services().inventory().resolve("buro").id()).isEqualTo(vm.id());
        assertThat(services()
                        .inventory()
                        .resolve(vm.id().toString().toUpperCase(java.util.Locale.ROOT))
                        .id())
                .isEqualTo(vm.id());
        refused(Kind.NOT_FOUND, "\"none\"", () -> services().inventory().resolve("none"));
    }

    @Test
    void workWhileTheDaemonIsAwayIsRefusedAndGoesOnLater() {
        VirtualMachine vm = machine("vm");
        foreign.stopsDaemon();
        refused(Kind.DISCONNECTED, "", () -> snapshot(vm, "x"));
        foreign.startsDaemon();
        assertThat(snapshot(vm, "x").name()).isEqualTo("x");
        assertThat(services().doctor().check()).isEmpty();
    }
}
