package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.CloneChange;
import io.github.ingotvm.model.CloneOutcome;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class RefresherTest extends Workshop {
    private static final Running SHUT_DOWN = new Running(Running.How.SHUT_DOWN, Duration.ofSeconds(5), true);

    private VirtualMachine vm;
    private VirtualMachine clone;

    @BeforeEach
    void aCloneThatIsBehind() {
        vm = machine("vm");
        promoted("one");
        clone = cast("clone").get(0);
        edit(clone, "own", "work");
        promoted("two");
    }

    private void promoted(String content) {
        edit(vm, "system", content);
        services().golden().promote(vm.id(), snapshot(vm, content).id(), "");
    }

    private List<VirtualMachine> cast(String... names) {
        return services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of(names), false, false), Progress.NONE);
    }

    private List<CloneOutcome> update(VirtualMachine... clones) {
        return refresh(new To.Current(), Running.REFUSE, clones);
    }

    private List<CloneOutcome> refresh(To to, Running running, VirtualMachine... clones) {
        return services()
                .refresher()
                .refresh(Arrays.stream(clones).map(VirtualMachine::id).toList(), to, running, Progress.NONE);
    }

    private static void succeeds(List<CloneOutcome> outcomes) {
        assertThat(outcomes).allMatch(o -> o.failure().isEmpty()).allMatch(CloneOutcome::changed);
    }

    private static void fails(Kind kind, String words, List<CloneOutcome> outcomes) {
        assertThat(outcomes).hasSize(1);
        IngotException failure = outcomes.get(0).failure().orElseThrow();
        assertThat(failure).hasMessageContaining(words);
        assertThat(failure.kind()).isEqualTo(kind);
    }

    @Test
    void anUpdatedCloneHoldsTheNewVersionAndNothingElse() {
        succeeds(update(clone));
        assertThat(disk(clone)).containsExactly(Map.entry("system", "two"));
        assertThat(now(clone.id()).mark().lineage().orElseThrow().version()).hasValue(2);
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void whatMakesTheCloneItselfStays() {
        services().lifecycle().setResources(clone.id(), 128 * Resources.MIB, 2);
        VirtualMachine before = now(clone.id());
        succeeds(update(clone));
        VirtualMachine after = now(clone.id());
        assertThat(after.name()).isEqualTo(before.name());
        assertThat(after.hardware().nics()).isEqualTo(before.hardware().nics());
        assertThat(after.hardware().memory()).isEqualTo(128 * Resources.MIB);
        assertThat(after.hardware().cpus()).isEqualTo(2);
    }

    @Test
    void anUndoBringsBackWhatItWasAndAnotherOneTheUpdate() {
        succeeds(update(clone));
        edit(clone, "own", "new work");
        succeeds(undo());
        assertThat(disk(clone)).containsEntry("system", "one").containsEntry("own", "work");
        assertThat(now(clone.id()).mark().lineage().orElseThrow().version()).hasValue(1);
        succeeds(undo());
        assertThat(disk(clone)).containsEntry("system", "two").containsEntry("own", "new work");
        assertThat(services().doctor().check()).isEmpty();
    }

    private List<CloneOutcome> undo() {
        return services().refresher().undo(List.of(clone.id()), Running.REFUSE, Progress.NONE);
    }

    @Test
    void theFormerStateIsKeptUntilItIsDropped() {
        int files = foreign.files().size();
        succeeds(update(clone));
        assertThat(services().doctor().fix(Progress.NONE)).isEmpty();
        assertThat(foreign.files()).hasSize(files + 1);
        succeeds(services().refresher().dropFormer(List.of(clone.id())));
        assertThat(foreign.files()).hasSize(files);
        fails(Kind.NOT_FOUND, "no former state", undo());
    }

    @Test
    void aSecondUpdateDropsWhatTheFirstKept() {
        succeeds(update(clone));
        int files = foreign.files().size();
        promoted("three");
        int golden = foreign.files().size() - files;
        succeeds(update(clone));
        assertThat(foreign.files()).hasSize(files + golden);
        succeeds(undo());
        assertThat(disk(clone)).containsEntry("system", "two");
    }

    @Test
    void aResetForgetsTheWorkOnTheSameVersion() {
        succeeds(refresh(new To.Own(), Running.REFUSE, clone));
        assertThat(disk(clone)).containsExactly(Map.entry("system", "one"));
        assertThat(now(clone.id()).mark().lineage().orElseThrow().version()).hasValue(1);
    }

    @Test
    void aCloneOfAnySnapshotCanBeReset() {
        VirtualMachine other = services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Present(), List.of("other"), false, false), Progress.NONE)
                .get(0);
        edit(other, "own", "work");
        succeeds(refresh(new To.Own(), Running.REFUSE, other));
        assertThat(disk(other)).containsExactly(Map.entry("system", "two"));
    }

    @Test
    void whatStandsOnTheCurrentVersionIsLeftAlone() {
        succeeds(update(clone));
        assertThat(update(clone)).singleElement().satisfies(o -> {
            assertThat(o.changed()).isFalse();
            assertThat(o.failure()).isEmpty();
        });
    }

    @Test
    void aRunningCloneIsRefusedUnlessItMayBeShutDown() {
        start(clone);
        fails(Kind.WRONG_STATE, "running", update(clone));
        assertThat(disk(clone)).containsEntry("system", "one");
        succeeds(refresh(new To.Current(), SHUT_DOWN, clone));
        assertThat(now(clone.id()).state()).isEqualTo(PowerState.RUNNING);
        assertThat(disk(clone)).containsEntry("system", "two");
    }

    @Test
    void aGuestThatDoesNotShutDownInTimeIsLeftRunning() {
        start(clone);
        guest.deaf(clone.id(), true);
        Running hasty = new Running(Running.How.SHUT_DOWN, Duration.ofMillis(1), true);
        fails(Kind.FAILED, "has not shut down", refresh(new To.Current(), hasty, clone));
        assertThat(now(clone.id()).state()).isEqualTo(PowerState.RUNNING);
        Running forced = new Running(Running.How.FORCE_OFF, Duration.ofSeconds(5), false);
        succeeds(refresh(new To.Current(), forced, clone));
        assertThat(now(clone.id()).state()).isEqualTo(PowerState.OFF);
    }

    @Test
    void oneThatFailsHoldsUpNoOther() {
        VirtualMachine full = services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Version(1), List.of("full"), true, false), Progress.NONE)
                .get(0);
        List<CloneOutcome> outcomes = update(full, vm, clone);
        assertThat(outcomes).extracting(CloneOutcome::changed).containsExactly(false, false, true);
        assertThat(outcomes.get(0).failure().orElseThrow()).hasMessageContaining("full clone");
        assertThat(outcomes.get(1).failure().orElseThrow()).hasMessageContaining("no clone");
    }

    @Test
    void nothingIsCastFromAChangedGoldenImage() {
        String layer =
                snapshotCalled("two").hardware().writableDisks().get(0).source().orElseThrow();
        foreign.writes(layer, "system", "evil");
        fails(Kind.FAILED, "nothing is cast from it", update(clone));
    }

    private Snapshot snapshotCalled(String name) {
        return services().inventory().resolveSnapshot(vm, name);
    }

    @Test
    void thePreviewTellsWhatWouldBeLeft() {
        snapshot(clone, "mine");
        start(clone);
        CloneChange change = services()
                .refresher()
                .preview(List.of(clone.id()), new To.Current())
                .get(0);
        assertThat(change.isRunning()).isTrue();
        assertThat(change.needed()).isTrue();
        assertThat(change.obstacle()).isEmpty();
        assertThat(change.written()).isPositive();
        assertThat(change.snapshots()).containsExactly("mine");
        assertThat(change.to().orElseThrow().version()).hasValue(2);
        assertThat(services().refresher().preview(List.of(vm.id()), new To.Current()))
                .singleElement()
                .matches(c -> c.obstacle().isPresent());
    }

    @Test
    void theClonesSnapshotsStayAndBringTheOlderVersionBack() {
        Snapshot mine = snapshot(clone, "mine");
        succeeds(update(clone));
        assertThat(services().snapshots().tree(clone.id()))
                .singleElement()
                .matches(n -> !n.snapshot().current(), "is not what the clone stands on");
        var reverted = services().reverter().revert(clone.id(), mine.id(), Optional.empty());
        assertThat(disk(clone)).containsEntry("system", "one").containsEntry("own", "work");
        assertThat(now(clone.id()).mark().lineage().orElseThrow().version()).hasValue(1);
        reverted.undo();
        assertThat(disk(clone)).containsEntry("system", "two");
        assertThat(now(clone.id()).mark().lineage().orElseThrow().version()).hasValue(2);
    }

    @Test
    void dataDisksStayAndTheFirmwaresVariablesComeWithTheSystem() {
        VirtualMachine big = bigMachine("big");
        start(big);
        guest.writes(big.id(), "vda", "system", "one");
        guest.writes(big.id(), "vdb", "data", "template");
        guest.setsVariable(big.id(), "boot", "one");
        stop(big);
        services().golden().promote(big.id(), snapshot(big, "one").id(), "");
        VirtualMachine cast = services()
                .cloner()
                .clone(new Cloner.Request(big.id(), new From.Golden(), List.of("c"), false, false), Progress.NONE)
                .get(0);
        start(cast);
        guest.writes(cast.id(), "vdb", "data", "mine");
        guest.setsVariable(cast.id(), "boot", "mine");
        stop(cast);
        start(big);
        guest.writes(big.id(), "vda", "system", "two");
        guest.setsVariable(big.id(), "boot", "two");
        stop(big);
        services().golden().promote(big.id(), snapshot(big, "two").id(), "");

        succeeds(update(cast));
        assertThat(disk(cast)).containsEntry("system", "two");
        assertThat(guest.reads(cast.id(), "vdb")).containsEntry("data", "mine");
        assertThat(guest.variables(cast.id())).containsEntry("boot", "two");
        succeeds(services().refresher().undo(List.of(cast.id()), Running.REFUSE, Progress.NONE));
        assertThat(disk(cast)).containsEntry("system", "one");
        assertThat(guest.reads(cast.id(), "vdb")).containsEntry("data", "mine");
        assertThat(guest.variables(cast.id())).containsEntry("boot", "mine");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void aDeletedCloneTakesItsFormerStateAlong() {
        succeeds(update(clone));
        services().lifecycle().delete(clone.id()).commit();
        assertThat(services().doctor().check()).isEmpty();
        services().golden().demote(vm.id(), 1);
        services().golden().demote(vm.id(), 2);
        services().lifecycle().delete(vm.id()).commit();
        assertThat(foreign.files()).isEmpty();
    }

    @Test
    void cancellingStopsBeforeTheNextClone() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String doing) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThat(services().refresher().refresh(List.of(clone.id()), new To.Current(), Running.REFUSE, cancelled))
                .isEmpty();
        assertThat(disk(clone)).containsEntry("system", "one");
    }

    /** Progress in which something happens once, at the first report after it can, and which may be cancelled from then on. */
    private static final class Once implements Progress {
        private final BooleanSupplier when;
        private final Runnable what;
        private final boolean cancels;
        private boolean happened;

        Once(BooleanSupplier when, Runnable what, boolean cancels) {
            this.when = when;
            this.what = what;
            this.cancels = cancels;
        }

        @Override
        public void report(double fraction, String doing) {
            if (!happened && when.getAsBoolean()) {
                happened = true;
                what.run();
            }
        }

        @Override
        public boolean isCancelled() {
            report(-1, "");
            return happened && cancels;
        }
    }

    private boolean isUpdated(VirtualMachine one) {
        return "two".equals(disk(one).get("system"));
    }

    private List<VirtualMachine> threeThatRun() {
        Cloner.Request three = new Cloner.Request(vm.id(), new From.Version(1), List.of("a", "b", "c"), false, false);
        List<VirtualMachine> clones = services().cloner().clone(three, Progress.NONE);
        clones.forEach(this::start);
        return clones;
    }

    private List<CloneOutcome> update(List<VirtualMachine> clones, Progress progress) {
        Running patient = new Running(Running.How.SHUT_DOWN, Duration.ofMinutes(1), true);
        return services()
                .refresher()
                .refresh(clones.stream().map(VirtualMachine::id).toList(), new To.Current(), patient, progress);
    }

    @Test
    void aGuestThatTakesItsTimeToShutDownHoldsUpNoOther() {
        List<VirtualMachine> clones = threeThatRun();
        VirtualMachine slow = clones.get(0);
        guest.deaf(slow.id(), true);
        Progress progress =
                new Once(() -> isUpdated(clones.get(1)) && isUpdated(clones.get(2)), () -> stop(slow), false);
        succeeds(update(clones, progress));
        assertThat(clones).allMatch(this::isUpdated).allMatch(c -> now(c.id()).state() == PowerState.RUNNING);
    }

    @Test
    void whatWasStoppedAndNotReachedWhenItIsCancelledRunsAgainAndIsToldOf() {
        List<VirtualMachine> clones = threeThatRun();
        VirtualMachine slow = clones.get(2);
        guest.deaf(slow.id(), true);
        int[] reached = {0};
        Progress progress =
                new Once(() -> ++reached[0] > 1 && clones.stream().anyMatch(this::isUpdated), () -> {}, true);
        List<CloneOutcome> outcomes = update(clones, progress);
        assertThat(outcomes).hasSize(3);
        assertThat(clones).allMatch(c -> now(c.id()).state() == PowerState.RUNNING);
        assertThat(outcomes.get(0).changed()).isTrue();
        assertThat(outcomes.get(2).changed()).isFalse();
        assertThat(outcomes.get(2).failure().orElseThrow())
                .hasMessage("c is as it was, but was asked to shut down; start it again once it is off.");
    }

    @Test
    void cancelledBeforeAnyIsReachedAllRunAgain() {
        List<VirtualMachine> clones = threeThatRun();
        List<CloneOutcome> outcomes = update(clones, new Once(() -> true, () -> {}, true));
        assertThat(outcomes)
                .hasSize(3)
                .noneMatch(CloneOutcome::changed)
                .allSatisfy(o -> assertThat(o.failure().orElseThrow())
                        .hasMessage(o.machine().displayName() + " is as it was, and was started again."));
        assertThat(clones).allMatch(c -> now(c.id()).state() == PowerState.RUNNING);
    }

    @Test
    void oneThatIsDeletedMeanwhileHoldsUpNoOther() {
        List<VirtualMachine> clones = threeThatRun();
        guest.deaf(clones.get(0).id(), true);
        VirtualMachine gone = clones.get(0);
        Progress progress = new Once(
                () -> isUpdated(clones.get(1)),
                () -> {
                    stop(gone);
                    services().lifecycle().delete(gone.id()).commit();
                },
                false);
        List<CloneOutcome> outcomes = update(clones, progress);
        assertThat(outcomes).extracting(CloneOutcome::changed).containsExactly(false, true, true);
        assertThat(outcomes.get(0).failure().orElseThrow().kind()).isEqualTo(Kind.NOT_FOUND);
    }
}
