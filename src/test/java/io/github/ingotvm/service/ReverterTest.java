package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.snapshots.Reverted;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReverterTest extends Workshop {
    @Test
    void revertingBringsTheDisksBackAndForgetsTheRest() {
        VirtualMachine vm = machine("vm");
        edit(vm, "a", "1");
        Snapshot first = snapshot(vm, "First");
        edit(vm, "a", "2");
        revert(vm, first).settle();
        assertThat(disk(vm)).containsEntry("a", "1");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void revertingCanBeUndone() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        Snapshot second = snapshot(vm, "Second");
        edit(vm, "a", "2");
        Reverted reverted = revert(vm, first);
        reverted.undo();
        assertThat(disk(vm)).containsEntry("a", "2");
        assertThat(services().inventory().require(vm.id(), second.id()).current())
                .isTrue();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void anUndoOfAMachineThatStoodOnNoSnapshotLetsItStandOnNoneAgain() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        Snapshot second = snapshot(vm, "Second");
        revert(vm, first).settle();
        services().snapshots().delete(vm.id(), first.id());
        assertThat(services().inventory().snapshots(vm.id())).noneMatch(Snapshot::current);

        revert(vm, second).undo();

        assertThat(snapshot(vm, "Third").parent()).isEmpty();
    }

    @Test
    void anUndoIsRefusedOnceTheFormerStateWasCleanedUp() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        Reverted reverted = revert(vm, first);
        services().doctor().fix(Progress.NONE);
        refused(Kind.NOT_FOUND, "cleaned up", reverted::undo);
        start(vm);
    }

    @Test
    void aRebootRestartsTheMachineAgainAfterARevertToBeforeItsInstallationEnded() {
        VirtualMachine vm = machine("vm");
        foreign.edits(vm.id(), "onReboot", "DESTROY");
        Snapshot early = snapshot(vm, "Early");
        foreign.edits(vm.id(), "onReboot", "RESTART");
        Install installed = new Install(Install.State.INSTALLED, 1, 1, true);
        fake.machines().setMark(vm.id(), Mark.NONE.with(installed));
        revert(vm, early).settle();
        start(vm);
        guest.reboots(vm.id());
        assertThat(now(vm.id()).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void thePresentStateCanBeKeptFirst() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        edit(vm, "a", "2");
        services().reverter().revert(vm.id(), first.id(), Optional.of("Kept")).settle();
        assertThat(disk(vm)).doesNotContainKey("a");
        revert(vm, services().inventory().resolveSnapshot(now(vm.id()), "Kept")).settle();
        assertThat(disk(vm)).containsEntry("a", "2");
    }

    @Test
    void aRunningMachineRunsAgainFromTheSnapshot() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        start(vm);
        guest.writes(vm.id(), "vda", "a", "2");
        revert(vm, first).settle();
        assertThat(now(vm.id()).state()).isEqualTo(PowerState.RUNNING);
        assertThat(disk(vm)).doesNotContainKey("a");
    }

    @Test
    void aSnapshotWithMemoryGoesOnFromThatVeryMoment() {
        VirtualMachine vm = machine("vm");
        start(vm);
        guest.remembers(vm.id(), "song", "second verse");
        Snapshot moment = services().snapshotter().take(vm.id(), new Snapshotter.Request("Moment", "", true));
        guest.remembers(vm.id(), "song", "last verse");
        stop(vm);
        revert(vm, moment).settle();
        assertThat(guest.memory(vm.id())).containsEntry("song", "second verse");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void memoryComesBackEvenAfterARename() {
        VirtualMachine vm = machine("vm");
        start(vm);
        guest.remembers(vm.id(), "a", "1");
        Snapshot moment = services().snapshotter().take(vm.id(), new Snapshotter.Request("Moment", "", true));
        stop(vm);
        services().lifecycle().rename(vm.id(), "Other");
        revert(vm, moment).settle();
        assertThat(guest.memory(vm.id())).containsEntry("a", "1");
        assertThat(now(vm.id()).displayName()).isEqualTo("Other");
    }

    @Test
    void theFirmwaresVariablesGoWithTheSnapshot() {
        VirtualMachine vm = bigMachine("big");
        start(vm);
        guest.setsVariable(vm.id(), "boot", "disk");
        stop(vm);
        Snapshot first = snapshot(vm, "First");
        start(vm);
        guest.setsVariable(vm.id(), "boot", "network");
        stop(vm);
        revert(vm, first).settle();
        assertThat(guest.variables(vm.id())).containsEntry("boot", "disk");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void nameTitleAndGoldenMarksStayThroughARevert() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        services().golden().promote(vm.id(), first.id(), "");
        services().lifecycle().rename(vm.id(), "Größer");
        revert(vm, first).settle();
        assertThat(now(vm.id()).displayName()).isEqualTo("Größer");
        assertThat(now(vm.id()).currentGolden()).isPresent();
    }

    @Test
    void aSnapshotWithAMissingLayerIsRefusedBeforeAnythingHappens() {
        VirtualMachine vm = machine("vm");
        Snapshot first = snapshot(vm, "First");
        edit(vm, "a", "2");
        foreign.removesFile(first.hardware().writableDisks().get(0).source().orElseThrow());
        refused(Kind.FAILED, "gone", () -> revert(vm, first));
    }

    @Test
    void anInternalSnapshotIsRevertedToByTheHypervisorItself() {
        VirtualMachine vm = machine("vm");
        edit(vm, "a", "1");
        SnapshotId internal = foreign.takesInternalSnapshot(vm.id(), "theirs");
        edit(vm, "a", "2");
        Reverted reverted = services().reverter().revert(vm.id(), internal, Optional.empty());
        assertThat(disk(vm)).containsEntry("a", "1");
        assertThat(reverted.isUndoable()).isFalse();
    }

    @Test
    void aSnapshotThatIsGoneIsSaidToBeGone() {
        VirtualMachine vm = machine("vm");
        refused(
                Kind.NOT_FOUND,
                "gone",
                () -> services().reverter().revert(vm.id(), new SnapshotId("none"), Optional.empty()));
    }

    private Reverted revert(VirtualMachine vm, Snapshot to) {
        return services().reverter().revert(vm.id(), to.id(), Optional.empty());
    }
}
