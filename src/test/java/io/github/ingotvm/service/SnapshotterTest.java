package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.fake.Crash;
import io.github.ingotvm.fake.Crashing;
import io.github.ingotvm.fake.Failing;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Snapshot.Consistency;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotterTest extends Workshop {
    @Test
    void aSnapshotFreezesTheImageAndTheMachineGoesOnInAnOverlay() {
        VirtualMachine vm = machine("vm");
        edit(vm, "a", "1");
        String before = vm.hardware().writableDisks().get(0).source().orElseThrow();
        Snapshot snapshot = snapshot(vm, "First");
        edit(vm, "a", "2");
        assertThat(snapshot.hardware().writableDisks().get(0).source()).contains(before);
        assertThat(guest.content(before)).containsEntry("a", "1");
        assertThat(disk(vm)).containsEntry("a", "2");
        assertThat(snapshot.current()).isTrue();
        assertThat(snapshot.consistency()).isEqualTo(Consistency.OFF);
    }

    @Test
    void aRunningMachineGoesOnRunning() {
        VirtualMachine vm = machine("vm");
        start(vm);
        assertThat(snapshot(vm, "Live").consistency()).isEqualTo(Consistency.CRASH_CONSISTENT);
        assertThat(now(vm.id()).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void theGuestsAgentQuiescesARunningMachine() {
        VirtualMachine vm = machine("vm");
        start(vm);
        guest.agent(vm.id(), true);
        assertThat(snapshot(vm, "Quiet").consistency()).isEqualTo(Consistency.QUIESCED);
    }

    @Test
    void aRunningUefiMachineIsRunningAgainAfterItsVariablesWereCopied() {
        VirtualMachine vm = bigMachine("big");
        start(vm);
        snapshot(vm, "Live");
        assertThat(now(vm.id()).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void everyDiskIsFrozenAtOnce() {
        VirtualMachine vm = bigMachine("big");
        Snapshot snapshot = snapshot(vm, "Both");
        assertThat(snapshot.hardware().writableDisks()).hasSize(2);
        assertThat(now(vm.id()).hardware().writableDisks())
                .noneMatch(d -> vm.hardware().writableDisks().contains(d));
    }

    @Test
    void aNameThatIsTakenIsRefusedAndLeavesNothing() {
        VirtualMachine vm = machine("vm");
        snapshot(vm, "Same");
        int files = foreign.files().size();
        refused(Kind.EXISTS, "\"Same\"", () -> snapshot(vm, " Same "));
        assertThat(foreign.files()).hasSize(files);
    }

    @Test
    void memoryOfAMachineThatIsOffIsRefused() {
        VirtualMachine vm = machine("vm");
        refused(
                Kind.WRONG_STATE,
                "off",
                () -> services().snapshotter().take(vm.id(), new Snapshotter.Request("Memory", "", true)));
    }

    @Test
    void aSavedMachineIsRefused() {
        VirtualMachine vm = machine("vm");
        start(vm);
        foreign.saves(vm.id());
        refused(Kind.WRONG_STATE, "saved", () -> snapshot(vm, "No"));
    }

    @Test
    void aFailureAtTheCommitPointLeavesNothing() {
        VirtualMachine vm = machine("vm");
        int files = foreign.files().size();
        Failing failing = new Failing(fake);
        failing.fail("Snapshots.create", Kind.FAILED);
        use(failing.hypervisor());
        refused(Kind.FAILED, "failed", () -> snapshot(vm, "No"));
        assertThat(foreign.files()).hasSize(files);
        assertThat(services().inventory().snapshots(vm.id())).isEmpty();
    }

    @Test
    void aFullPoolIsSaidAndLeavesNothing() {
        VirtualMachine vm = machine("vm");
        Failing failing = new Failing(fake);
        failing.fail("Volumes.createOverlay", Kind.NO_SPACE);
        use(failing.hypervisor());
        refused(Kind.NO_SPACE, "", () -> snapshot(vm, "No"));
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void namesInAllScriptsComeBackAsTheyWere() {
        VirtualMachine vm = machine("vm");
        String name = "a/b \"c\" <&> '日本語' العربية 🥇" + "x".repeat(160);
        assertThat(snapshot(vm, name).name()).isEqualTo(name);
    }

    @Test
    void aMachineThatWasLeftStandingStillIsNamedByCheckAndGoesOn() {
        VirtualMachine vm = bigMachine("vm");
        start(vm);
        Crashing crashing = Crashing.after(changesUntil("Power.suspend", vm), fake);
        use(crashing.hypervisor());
        assertThatThrownBy(() -> snapshot(vm, "Interrupted")).isInstanceOf(Crash.class);
        use(fake);
        assertThat(now(vm.id()).state()).isEqualTo(PowerState.PAUSED);

        assertThat(services().doctor().check())
                .filteredOn(f -> f.kind() == Finding.Kind.LEFT_PAUSED)
                .extracting(Finding::machine)
                .containsExactly(Optional.of(vm.id()));
        services().doctor().fix(Progress.NONE);

        assertThat(now(vm.id()).state()).isEqualTo(PowerState.RUNNING);
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void aMachineThatSomebodyPausedIsLeftAlone() {
        VirtualMachine vm = bigMachine("vm");
        start(vm);
        fake.machines().setMark(vm.id(), now(vm.id()).mark().held(true));
        services().power().pause(vm.id());

        assertThat(services().doctor().check()).isEmpty();
        services().doctor().fix(Progress.NONE);

        assertThat(now(vm.id()).state()).isEqualTo(PowerState.PAUSED);
    }

    /** Which change of a snapshot that is. */
    private int changesUntil(String call, VirtualMachine vm) {
        Crashing counting = Crashing.never(new FakeHypervisor(fake.state().copy()));
        use(counting.hypervisor());
        snapshot(vm, "Counted");
        return counting.calls().indexOf(call) + 1;
    }
}
