package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.fake.Failing;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.DisposableWatcher;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.work.Resources;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class DisposablesTest extends Workshop {
    private VirtualMachine vm;
    private List<String> files;

    @BeforeEach
    void aGoldenImage() {
        vm = bigMachine("vm");
        edit(vm, "system", "golden");
        services().golden().promote(vm.id(), snapshot(vm, "s").id(), "");
        files = foreign.files();
    }

    private VirtualMachine run() {
        return services().disposables().run(vm.id(), new From.Golden(), "passing");
    }

    private void sweep() {
        services().disposables().sweep(Duration.ZERO);
    }

    private void nothingIsLeft() {
        assertThat(foreign.files()).containsExactlyInAnyOrderElementsOf(files);
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void runsAtOnceOnTheGoldenImage() {
        VirtualMachine clone = run();

        assertThat(now(clone.id())).isEqualTo(clone);
        assertThat(clone.state()).isEqualTo(PowerState.RUNNING);
        assertThat(clone.isDisposable()).isTrue();
        assertThat(clone.mark().lineage().orElseThrow().version()).hasValue(1);
        assertThat(disk(clone)).containsEntry("system", "golden");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void leavesNothingWhenItStopped() {
        stop(run());
        sweep();

        nothingIsLeft();
    }

    @Test
    void isNotSweptWhileItRuns() {
        VirtualMachine clone = run();
        guest.writes(clone.id(), "vda", "own", "work");
        services().power().restart(clone.id());
        sweep();

        assertThat(disk(clone)).containsEntry("own", "work");
        assertThat(foreign.files()).hasSize(files.size() + 4);
    }

    @Test
    void isSweptWithWhateverElseIsRemoved() {
        stop(run());
        services().lifecycle().delete(machine("other").id()).commit();

        nothingIsLeft();
    }

    @Test
    void theWatcherSweepsWhatEndsAndWhatEndedBefore() {
        stop(run());
        try (DisposableWatcher watcher = services().watchDisposables(Runnable::run)) {
            nothingIsLeft();
            VirtualMachine clone = run();
            guest.remembers(clone.id(), "open", "file");
            services().power().shutdown(clone.id());
            nothingIsLeft();
        }
    }

    @Test
    void theWatcherSweepsWhatEndedBeforeItLooked() {
        Queue<Runnable> looks = new ArrayDeque<>();
        try (DisposableWatcher watcher = services().watchDisposables(looks::add)) {
            runAll(looks);
            stop(run());
            runAll(looks);
            nothingIsLeft();
        }
    }

    private static void runAll(Queue<Runnable> tasks) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Test
    void theWatcherTriesAgainWhatCouldNotBeRemoved() {
        Failing failing = new Failing(fake);
        use(failing.hypervisor());
        failing.fail("Volumes.delete", Kind.FAILED);
        try (DisposableWatcher watcher = services().watchDisposables(Runnable::run)) {
            stop(run());
            assertThat(foreign.files()).hasSizeGreaterThan(files.size());
            failing.heal("Volumes.delete");
            await().untilAsserted(this::nothingIsLeft);
        }
    }

    @Test
    void staysWithAllItHoldsWhenItIsKept() {
        VirtualMachine clone = run();
        guest.writes(clone.id(), "vda", "own", "work");

        VirtualMachine kept = services().disposables().keep(clone.id());

        assertThat(kept.isDisposable()).isFalse();
        assertThat(services().disposables().keep(clone.id())).isEqualTo(kept);
        services().power().shutdown(clone.id());
        sweep();
        assertThat(disk(kept)).containsEntry("system", "golden").containsEntry("own", "work");
        assertThat(services().doctor().check()).isEmpty();
        services().lifecycle().delete(kept.id()).commit();
        nothingIsLeft();
    }

    @Test
    void staysDisposableWhenItCannotBeKept() {
        Failing failing = new Failing(fake);
        use(failing.hypervisor());
        VirtualMachine clone = run();
        failing.fail("Machines.define", Kind.NO_SPACE);
        refused(Kind.NO_SPACE, "try again", () -> services().disposables().keep(clone.id()));
        stop(clone);
        sweep();
        nothingIsLeft();
    }

    /** Who keeps a machine takes back that its files may be removed unasked. */
    @Test
    void whatWasKeptIsNeverSweptEvenIfAnotherToolForgetsTheMachine() {
        VirtualMachine clone = run();
        services().disposables().keep(clone.id());
        foreign.deletes(clone.id());
        sweep();

        assertThat(foreign.files()).hasSize(files.size() + 3);
        assertThat(services().doctor().check()).hasSize(3);
    }

    @Test
    void whatAnotherToolMadeStayIsNeverSweptFromThenOn() {
        VirtualMachine clone = run();
        fake.machines().define(clone.definition());
        sweep();
        foreign.deletes(clone.id());
        sweep();

        assertThat(foreign.files()).hasSize(files.size() + 3);
    }

    @Test
    void keepsWhatAnImageOfAnotherToolStandsOn() {
        VirtualMachine clone = run();
        String image = clone.present().writableDisks().get(0).source().orElseThrow();
        foreign.addsFile("/fake/pools/ingot/mine.qcow2", "qcow2", 1, Optional.of(image));
        stop(clone);
        sweep();

        assertThat(foreign.files()).contains(image);
    }

    @Test
    void nothingIsSweptWhileNotEverythingCanBeSeen() {
        stop(run());
        foreign.addsPool("elsewhere", "/elsewhere");
        foreign.setsPoolActive("elsewhere", false);
        sweep();

        assertThat(foreign.files()).hasSizeGreaterThan(files.size());
    }

    @Test
    void whatWouldMakeItStayOrBeLostWithItIsRefusedUntilItIsKept() {
        VirtualMachine clone = run();
        refused(Kind.WRONG_STATE, "keep it first", () -> snapshot(clone, "mine"));
        refused(
                Kind.WRONG_STATE,
                "keep it first",
                () -> services().lifecycle().setResources(clone.id(), 128 * Resources.MIB, 1));
        refused(Kind.WRONG_STATE, "keep it first", () -> services().detacher().detach(clone.id(), Progress.NONE));
        assertThat(services()
                        .refresher()
                        .refresh(List.of(clone.id()), new To.Own(), Running.REFUSE, Progress.NONE)
                        .get(0)
                        .failure())
                .isPresent();
        assertThat(now(clone.id()).isDisposable()).isTrue();
    }

    @Test
    void theGoldenImageCannotGoWhileItRuns() {
        run();
        refused(Kind.IN_USE, "passing", () -> services().lifecycle().delete(vm.id()));
    }

    @Test
    void aNameThatIsTakenOrAPresentStateIsRefusedAndLeavesNothing() {
        refused(Kind.EXISTS, "vm", () -> services().disposables().run(vm.id(), new From.Golden(), "vm"));
        refused(
                Kind.UNSUPPORTED,
                "snapshot",
                () -> services().disposables().run(vm.id(), new From.Present(), "passing"));
        nothingIsLeft();
    }

    @Test
    void isOfferedAFreeName() {
        assertThat(services().disposables().freeName(vm)).isEqualTo("vm (disposable)");
        services().disposables().run(vm.id(), new From.Golden(), "vm (disposable)");
        assertThat(services().disposables().freeName(vm)).isEqualTo("vm (disposable) 2");
    }
}
