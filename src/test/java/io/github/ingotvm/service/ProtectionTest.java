package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.Meanwhile;
import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.Verification.State;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.golden.SealWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class ProtectionTest extends Workshop {
    private VirtualMachine vm;
    private VirtualMachine clone;
    private String layer;

    @BeforeEach
    void aGoldenImageWithAClone() {
        vm = machine("vm");
        edit(vm, "system", "one");
        Snapshot snapshot = snapshot(vm, "one");
        layer = snapshot.hardware().writableDisks().get(0).source().orElseThrow();
        services().golden().promote(vm.id(), snapshot.id(), "");
        clone = cast("clone");
    }

    private VirtualMachine cast(String name) {
        return services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of(name), false, false), Progress.NONE)
                .get(0);
    }

    private GoldenVersion version() {
        return now(vm.id()).currentGolden().orElseThrow();
    }

    private Verification verified() {
        return services()
                .verifier()
                .verify(vm.id(), List.of(version().number()), Progress.NONE)
                .get(0);
    }

    private State stateOfLayer() {
        return verified().files().stream()
                .filter(f -> f.path().equals(layer))
                .map(Verification.File::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPromotedVersionIsSealedInTheBackground() {
        assertThat(services().sealer().unsealed()).isPositive();
        services().sealer().sealAll(Progress.NONE);
        assertThat(services().sealer().unsealed()).isZero();
        assertThat(version().seals())
                .allSatisfy(s -> assertThat(s.digest()).contains(fake.volumes().digest(s.path(), Progress.NONE)));
        assertThat(stateOfLayer()).isEqualTo(State.INTACT);
    }

    @Test
    void aWatcherSealsWhatIsThereAndWhatIsPromotedLater() {
        AtomicInteger rests = new AtomicInteger();
        SealWatcher.Listener listener = new SealWatcher.Listener() {
            @Override
            public void sealing(long left, double fraction) {}

            @Override
            public void rested() {
                rests.incrementAndGet();
            }
        };
        Deque<Runnable> queue = new ArrayDeque<>();
        try (SealWatcher watcher = services().watchSeals(queue::add, listener)) {
            runAll(queue);
            assertThat(services().sealer().unsealed()).isZero();
            edit(vm, "system", "two");
            services().golden().promote(vm.id(), snapshot(vm, "two").id(), "");
            assertThat(services().sealer().unsealed()).isPositive();
            runAll(queue);
            assertThat(services().sealer().unsealed()).isZero();
            assertThat(rests).hasPositiveValue();
        }
        assertThat(queue).isEmpty();
    }

    private static void runAll(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    @Test
    void whatIsInTwoVersionsIsReadOnce() {
        services().sealer().sealAll(Progress.NONE);
        services().golden().promote(vm.id(), snapshot(vm, "two").id(), "");
        assertThat(version().seals().stream().filter(s -> s.path().equals(layer)))
                .allMatch(s -> s.digest().isPresent());
    }

    @Test
    void sealingGoesOnWhereItWasStopped() {
        edit(vm, "system", "two");
        services().golden().promote(vm.id(), snapshot(vm, "two").id(), "");
        AtomicInteger reports = new AtomicInteger();
        Progress soonCancelled = new Progress() {
            @Override
            public void report(double fraction, String doing) {
                reports.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return reports.get() > 2;
            }
        };
        long open = services().sealer().unsealed();
        refused(Kind.CANCELLED, "", () -> services().sealer().sealAll(soonCancelled));
        assertThat(services().sealer().unsealed()).isPositive().isLessThan(open);
        services().sealer().sealAll(Progress.NONE);
        assertThat(services().sealer().unsealed()).isZero();
    }

    @Test
    void aLayerThatIsChangedBetweenTwoVersionsIsNotTakenForWhatWasReadBefore() {
        services().golden().promote(vm.id(), snapshot(vm, "two").id(), "");
        services().sealer().sealAll(Progress.NONE);
        use(Meanwhile.before("Volumes.digest", 2, fake, () -> foreign.writes(layer, "system", "evil")));

        List<Verification> results = services().verifier().verify(vm.id(), List.of(1, 2), Progress.NONE);

        assertThat(results.get(0).isIntact()).isTrue();
        assertThat(results.get(1).damaged()).containsExactly(layer);
        use(fake);
        assertThat(stateOfLayer()).as("and stays known").isEqualTo(State.CHANGED);
    }

    @Test
    void aFileThatIsWrittenToWhileItIsReadIsNotSealed() {
        use(Meanwhile.before("Volumes.digest", 1, fake, () -> foreign.writes(layer, "system", "evil")));
        assertThat(stateOfLayer()).isEqualTo(State.CHANGED);
        assertThat(version().isSealed()).isFalse();
    }

    @Test
    void whatWasChangedBeforeItWasReadIsNotSealed() {
        foreign.writes(layer, "system", "evil");
        services().sealer().sealAll(Progress.NONE);
        assertThat(version().seals().stream().filter(s -> s.path().equals(layer)))
                .allMatch(s -> s.digest().isEmpty());
        assertThat(stateOfLayer()).isEqualTo(State.CHANGED);
    }

    @Test
    void aVerifiedVersionThatNobodyHadReadIsSealed() {
        assertThat(stateOfLayer()).isEqualTo(State.SEALED);
        assertThat(stateOfLayer()).isEqualTo(State.INTACT);
    }

    @Test
    void aChangedGoldenImageNamesItsClonesAndIsNotCast() {
        services().sealer().sealAll(Progress.NONE);
        foreign.writes(layer, "system", "evil");
        Verification result = verified();
        assertThat(result.damaged()).containsExactly(layer);
        assertThat(result.clones()).extracting(VirtualMachine::name).containsExactly("clone");
        refused(Kind.FAILED, "nothing is cast from it", () -> cast("another"));
        assertThat(services().inventory().machines()).hasSize(2);
        assertThat(services().doctor().check())
                .singleElement()
                .matches(f -> f.kind() == Finding.Kind.GOLDEN_CHANGED)
                .matches(f -> f.sentence().contains("and clone stands on it"));
    }

    @Test
    void aCloneOnAChangedGoldenImageStartsOnlyAnyway() {
        foreign.writes(layer, "system", "evil");
        refused(Kind.FAILED, "cannot be trusted", () -> start(clone));
        refused(Kind.FAILED, "cannot be trusted", () -> start(vm));
        services().power().start(clone.id(), true);
        assertThat(now(clone.id()).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void aFileThatWasOnlyTouchedIsTrustedAgainOnceItIsVerified() {
        services().sealer().sealAll(Progress.NONE);
        foreign.touches(layer);
        assertThat(services().golden().list().get(0).intact()).isFalse();
        assertThat(stateOfLayer()).isEqualTo(State.INTACT);
        assertThat(services().golden().list().get(0).intact()).isTrue();
        start(clone);
    }

    @Test
    void whatStandsOnAChangedFileIsNotPromoted() {
        foreign.writes(layer, "system", "evil");
        Snapshot next = snapshot(vm, "next");
        refused(Kind.FAILED, "looks changed", () -> services().golden().promote(vm.id(), next.id(), ""));
    }

    @Test
    void aChangeThatLeavesNoTraceIsFoundByVerifying() {
        services().sealer().sealAll(Progress.NONE);
        foreign.writesUnseen(layer, "system", "evil");
        assertThat(services().golden().list().get(0).intact()).isTrue();
        assertThat(stateOfLayer()).isEqualTo(State.CHANGED);
        assertThat(services().golden().list().get(0).intact())
                .as("remembered, so that nothing is cast from it")
                .isFalse();
    }

    @Test
    void anotherFileInTheSamePlaceIsSeenThoughLengthAndTimeAreTheSame() {
        services().sealer().sealAll(Progress.NONE);
        foreign.exchanges(layer);
        refused(Kind.FAILED, "cannot be trusted", () -> start(clone));
        refused(Kind.FAILED, "nothing is cast from it", () -> cast("another"));
        assertThat(stateOfLayer()).as("it has the same bytes").isEqualTo(State.INTACT);
        start(clone);
    }

    @Test
    void aFileOfAnotherLengthIsSeenThoughItsTimeWasSetBack() {
        foreign.writesUnseen(layer, "more", "of it");
        refused(Kind.FAILED, "cannot be trusted", () -> start(clone));
    }

    @Test
    void whichFileItIsCountsOnlyWhereThatIsToldAndWasNoted() {
        foreign.sets(Capability.PROTECT_LAYERS, false);
        foreign.exchanges(layer);
        assertThat(services().golden().list().get(0).intact())
                .as("from another host")
                .isTrue();
        services().golden().demote(vm.id(), 1);
        services()
                .golden()
                .promote(
                        vm.id(),
                        services().inventory().snapshots(vm.id()).get(0).id(),
                        "");
        services().sealer().sealAll(Progress.NONE);
        foreign.sets(Capability.PROTECT_LAYERS, true);
        assertThat(services().golden().list().get(0).intact())
                .as("sealed from another host")
                .isTrue();
        assertThat(stateOfLayer()).isEqualTo(State.INTACT);
        foreign.exchanges(layer);
        assertThat(services().golden().list().get(0).intact())
                .as("verified on this one")
                .isFalse();
    }

    @Test
    void theFirmwaresVariablesAreSealedToo() {
        VirtualMachine big = bigMachine("big");
        start(big);
        stop(big);
        services().golden().promote(big.id(), snapshot(big, "s").id(), "");
        assertThat(now(big.id()).currentGolden().orElseThrow().seals())
                .extracting(GoldenVersion.Seal::path)
                .anyMatch(p -> p.contains(".nvram."));
        services().golden().demote(big.id(), 1);
        services().lifecycle().delete(big.id()).commit();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void aDamagedFileIsPutBackFromTheVeryCopyAlone() throws IOException {
        services().sealer().sealAll(Progress.NONE);
        Path copy = copy();
        foreign.writes(layer, "system", "evil");
        Path wrong = Files.writeString(folder.resolve("wrong"), "something else");
        refused(Kind.FAILED, "older copy", () -> restore(verified(), wrong));
        assertThat(restore(verified(), wrong, copy)).containsExactly(layer);
        assertThat(verified().isIntact()).isTrue();
        assertThat(services().golden().list().get(0).intact()).isTrue();
        assertThat(foreign.isReadOnly(layer)).isTrue();
        assertThat(disk(clone)).containsEntry("system", "one");
        start(clone);
    }

    @Test
    void aLostFileIsPutBackToo() throws IOException {
        services().sealer().sealAll(Progress.NONE);
        Path copy = copy();
        foreign.removesFile(layer);
        assertThat(stateOfLayer()).isEqualTo(State.MISSING);
        restore(verified(), copy);
        assertThat(services().doctor().check()).isEmpty();
        assertThat(disk(clone)).containsEntry("system", "one");
    }

    @Test
    void nothingIsExchangedUnderARunningMachine() throws IOException {
        services().sealer().sealAll(Progress.NONE);
        Path copy = copy();
        start(clone);
        foreign.writes(layer, "system", "evil");
        Verification damaged = verified();
        refused(Kind.WRONG_STATE, "clone runs", () -> restore(damaged, copy));
    }

    private Path copy() throws IOException {
        return Files.write(folder.resolve("copy"), fake.volumes().read(layer, 0, 1 << 20));
    }

    private List<String> restore(Verification damaged, Path... copies) {
        return services().restorer().restore(damaged, List.of(copies), Progress.NONE);
    }
}
