package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.CloneChange;
import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.work.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A golden layer that looks changed is neither cast from nor started on, by whatever door. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class ChangedGoldenTest extends Workshop {
    private VirtualMachine vm;
    private VirtualMachine clone;
    private Snapshot above;
    private String layer;

    @BeforeEach
    void aCloneWithASnapshotAboveTheGoldenLayer() {
        vm = machine("vm");
        services().disks().add(vm.id(), 64 * Resources.MIB);
        edit(vm, "system", "one");
        Snapshot one = snapshot(vm, "one");
        layer = image(one, 0);
        services().golden().promote(vm.id(), one.id(), "");
        clone = cast(vm, new From.Golden(), "clone", false);
        above = snapshot(clone, "above");
    }

    private static String image(Snapshot snapshot, int disk) {
        return snapshot.hardware().writableDisks().get(disk).source().orElseThrow();
    }

    private VirtualMachine cast(VirtualMachine from, From what, String name, boolean full) {
        return services()
                .cloner()
                .clone(new Cloner.Request(from.id(), what, List.of(name), full, false), Progress.NONE)
                .get(0);
    }

    private void tamper() {
        foreign.writes(layer, "system", "evil");
    }

    @Test
    void nothingIsCastFromASnapshotAboveIt() {
        tamper();
        From snapshot = new From.OfSnapshot(above.id());
        int files = fake.volumes().list().size();
        refused(Kind.FAILED, "v1 of vm looks changed", () -> cast(clone, snapshot, "linked", false));
        refused(Kind.FAILED, "v1 of vm looks changed", () -> cast(clone, snapshot, "full", true));
        refused(Kind.FAILED, "v1 of vm looks changed", () -> cast(clone, new From.Present(), "present", true));
        refused(
                Kind.FAILED,
                "v1 of vm looks changed",
                () -> services().disposables().run(clone.id(), snapshot, "disposable"));
        assertThat(services().inventory().machines()).hasSize(2);
        assertThat(services().inventory().snapshots(clone.id())).hasSize(1);
        assertThat(fake.volumes().list()).hasSize(files);
    }

    @Test
    void aCloneOfAPlainSnapshotIsNotResetOntoIt() {
        VirtualMachine second = cast(clone, new From.OfSnapshot(above.id()), "second", false);
        tamper();
        assertThat(services().refresher().preview(List.of(second.id()), new To.Own()))
                .extracting(CloneChange::obstacle)
                .allMatch(Optional<IngotException>::isPresent);
    }

    @Test
    void whatStandsOnItIsNotPromotedByACloneOfAClone() {
        VirtualMachine second = cast(clone, new From.OfSnapshot(above.id()), "second", false);
        VirtualMachine other = machine("other");
        services().golden().promote(other.id(), snapshot(other, "other").id(), "");
        Snapshot next = snapshot(second, "next");
        tamper();
        refused(Kind.FAILED, "v1 of vm looks changed", () -> services().golden().promote(second.id(), next.id(), ""));
        refused(
                Kind.FAILED,
                "v1 of vm looks changed",
                () -> services().golden().promoteTo(other.id(), second.id(), next.id(), ""));
        assertThat(services().inventory().snapshots(other.id())).hasSize(1);
    }

    @Test
    void aRunningMachineIsNotRevertedToGoOnFromIt() {
        start(clone);
        tamper();
        refused(
                Kind.FAILED,
                "shut clone down before you revert",
                () -> services().reverter().revert(clone.id(), above.id(), Optional.empty()));
        assertThat(now(clone.id()).state()).isEqualTo(PowerState.RUNNING);
        stop(clone);
        services().reverter().revert(clone.id(), above.id(), Optional.empty()).settle();
        refused(Kind.FAILED, "cannot be trusted", () -> start(clone));
        services().power().start(clone.id(), true);
    }

    @Test
    void anUpdateIsUndoneButNotStartedOnIt() {
        VirtualMachine second = cast(vm, new From.Golden(), "second", false);
        services().golden().promote(vm.id(), snapshot(vm, "two").id(), "");
        services().refresher().refresh(List.of(second.id()), new To.Current(), Running.REFUSE, Progress.NONE);
        start(second);
        tamper();
        Running forced = new Running(Running.How.FORCE_OFF, Duration.ofSeconds(1), true);
        CloneOutcome outcome = services()
                .refresher()
                .undo(List.of(second.id()), forced, Progress.NONE)
                .get(0);
        assertThat(outcome.changed()).isTrue();
        assertThat(outcome.failure().orElseThrow()).hasMessageContaining("cannot be trusted");
        assertThat(outcome.machine().state()).isEqualTo(PowerState.OFF);
        services().power().start(second.id(), true);
    }

    @Test
    void aCloneIsNotMadeIndependentWithIt() {
        VirtualMachine second = cast(vm, new From.Golden(), "second", false);
        tamper();
        refused(Kind.FAILED, "not made independent", () -> services().detacher().detach(second.id(), Progress.NONE));
        assertThat(now(second.id()).mark().lineage().orElseThrow().linked()).isTrue();
    }

    @Test
    void aFileFoundChangedInOneVersionIsCastFromInNone() {
        services().golden().promote(vm.id(), snapshot(vm, "two").id(), "");
        services().sealer().sealAll(Progress.NONE);
        foreign.writesUnseen(layer, "system", "evil");
        services().verifier().verify(vm.id(), List.of(1), Progress.NONE);
        refused(Kind.FAILED, "nothing is cast from it", () -> cast(vm, new From.Version(2), "from two", false));
    }

    @Test
    void aSharedDataDiskCountsLikeTheSystem() {
        services().disks().setRole(vm.id(), "vdb", DiskRole.SHARED);
        VirtualMachine sharing = cast(vm, new From.Golden(), "sharing", false);
        String shared = image(services().inventory().snapshots(vm.id()).get(0), 1);
        foreign.touches(shared);
        refused(Kind.FAILED, "cannot be trusted", () -> start(sharing));
        services().power().start(sharing.id(), true);
        refused(
                Kind.WRONG_STATE,
                "sharing runs",
                () -> services()
                        .restorer()
                        .restore(
                                services()
                                        .verifier()
                                        .verify(vm.id(), List.of(1), Progress.NONE)
                                        .get(0),
                                List.of(),
                                Progress.NONE));
        stop(sharing);
        foreign.removesFile(shared);
        refused(Kind.FAILED, shared + " is gone", () -> start(sharing));
    }
}
