package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.EveryCall;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.Meanwhile;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.restore.GoldenRestorer.Restored;
import io.github.ingotvm.service.restore.GoldenRestorer.Source;
import io.github.ingotvm.service.work.Ids;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a guest sees is put back from other bytes than those that were sealed. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class GoldenRestoreTest extends Workshop {
    private VirtualMachine vm;
    private VirtualMachine full;
    private VirtualMachine linked;

    @BeforeEach
    void twoSealedVersionsWithClones() {
        vm = bigMachine("desk");
        for (String content : List.of("one", "two")) {
            edit(vm, "system", content);
            services().golden().promote(vm.id(), snapshot(vm, content).id(), "");
        }
        services().sealer().sealAll(Progress.NONE);
        full = cast("full", true);
        linked = cast("linked", false);
        edit(linked, "own", "mine");
    }

    private VirtualMachine cast(String name, boolean whole) {
        return services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Version(2), List.of(name), whole, false), Progress.NONE)
                .get(0);
    }

    private String layer(int version) {
        return services()
                .inventory()
                .require(vm.id(), GoldenImages.require(now(vm.id()), version).snapshot())
                .hardware()
                .writableDisks()
                .get(0)
                .source()
                .orElseThrow();
    }

    private static Verification verified(Services services, VirtualMachine machine, int version) {
        return services.verifier()
                .verify(machine.id(), List.of(version), Progress.NONE)
                .get(0);
    }

    private Verification verified(int version) {
        return verified(services(), vm, version);
    }

    private Restored restore(int version, Source... sources) {
        return services().restorer().restoreFrom(verified(version), List.of(sources), Progress.NONE);
    }

    private void isWholeAgain() {
        assertThat(verified(2).isIntact()).isTrue();
        assertThat(fake.volumes().find(layer(2)).orElseThrow().backing()).isEmpty();
        assertThat(foreign.isReadOnly(layer(2))).isTrue();
        assertThat(disk(linked)).isEqualTo(Map.of("system", "two", "own", "mine"));
        start(linked);
        stop(linked);
        assertThat(disk(cast("after", false))).containsEntry("system", "two");
    }

    @Test
    void fromAFullCloneThatWasNeverStarted() {
        foreign.writes(layer(2), "system", "evil");
        assertThat(services().restorer().candidates(verified(2)))
                .extracting(VirtualMachine::displayName)
                .containsExactly("full");

        Restored done = restore(2, new Source.Machine(full.id()));

        assertThat(done.paths()).containsExactly(layer(2));
        assertThat(done.whole()).containsExactly("v2 of desk");
        assertThat(done.damaged()).isEmpty();
        isWholeAgain();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void fromAnExport() {
        Path file = services().exporter().export(vm.id(), 2, folder.resolve("x.ova"), false, Progress.NONE);
        foreign.removesFile(layer(2));

        restore(2, new Source.File(file));

        isWholeAgain();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void notFromADiskThatWasChangedSince() {
        edit(full, "system", "other");
        foreign.writes(layer(2), "system", "evil");

        refused(Kind.FAILED, "Nothing here is what", () -> restore(2, new Source.Machine(full.id())));

        assertThat(services().doctor().check()).extracting(Finding::kind).containsOnly(Finding.Kind.GOLDEN_CHANGED);
    }

    @Test
    void whatSharedTheDamageBelowIsToldAndStaysDamaged() {
        foreign.writes(layer(1), "system", "evil");

        Restored done = restore(2, new Source.Machine(full.id()));

        assertThat(done.whole()).containsExactly("v2 of desk");
        assertThat(done.damaged()).containsExactly("v1 of desk");
        isWholeAgain();
        assertThat(GoldenImages.require(now(vm.id()), 2).seals())
                .extracting(GoldenVersion.Seal::path)
                .doesNotContain(layer(1));
        assertThat(verified(1).damaged()).containsExactly(layer(1));
    }

    @Test
    void whatCameIntoThePlaceIsNotSealedWhenItIsSomethingElse() {
        foreign.writes(layer(2), "system", "evil");
        use(Meanwhile.before("Volumes.protect", 1, fake, () -> foreign.writes(layer(2), "system", "worse")));

        refused(
                Kind.FAILED,
                "is not what was proved to belong there; restore it again",
                () -> restore(2, new Source.Machine(full.id())));

        use(fake);
        assertThat(verified(2).damaged()).contains(layer(2));
        restore(2, new Source.Machine(full.id()));
        isWholeAgain();
    }

    @Test
    void notWhileAMachineRunsOnIt() {
        start(linked);
        foreign.writes(layer(2), "system", "evil");
        refused(Kind.WRONG_STATE, "linked runs", () -> restore(2, new Source.Machine(full.id())));
    }

    @Test
    void aCrashAtAnyCallLosesNothingAndTheNextTryCompletesIt() {
        foreign.writes(layer(2), "system", "evil");
        assertThat(verified(2).isIntact()).isFalse();
        int calls = new EveryCall(fake.state(), this::restoreOn).crashes(this::isSoundAndGoesOn);
        assertThat(calls).as("calls that change something").isGreaterThanOrEqualTo(4);
    }

    private void isSoundAndGoesOn(int call, FakeHypervisor after) {
        assertThat(after.volumes().find(layer(2)))
                .as("the file at call %d", call)
                .isPresent();
        assertThat(after.guest().disks(full.id()).get("vda")).containsEntry("system", "two");
        Services again = on(after);
        assertThat(again.doctor().check())
                .extracting(Finding::kind)
                .isSubsetOf(Finding.Kind.GOLDEN_CHANGED, Finding.Kind.UNREFERENCED);
        if (!verified(again, vm, 2).isIntact()) {
            restoreOn(after);
        }
        assertThat(verified(again, vm, 2).isIntact()).as("after call %d", call).isTrue();
        assertThat(after.guest().disks(linked.id()).get("vda")).isEqualTo(Map.of("system", "two", "own", "mine"));
        again.doctor().fix(Progress.NONE);
        assertThat(again.doctor().check()).isEmpty();
    }

    private Services on(Hypervisor hypervisor) {
        return Services.on(
                hypervisor, folder.resolve("other"), Clock.fixed(NOW, ZoneOffset.UTC), new Ids(new Random(9)));
    }

    private void restoreOn(Hypervisor hypervisor) {
        Services services = on(hypervisor);
        services.restorer()
                .restoreFrom(verified(services, vm, 2), List.of(new Source.Machine(full.id())), Progress.NONE);
    }
}
