package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.EveryCall;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.work.Ids;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left when Ingot ends in the middle of bringing a golden image back. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class GoldenImportCrashTest extends Workshop {
    private VirtualMachine vm;
    private Path file;
    private int seed = 9;

    @BeforeEach
    void aGoldenImageAndItsExport() {
        vm = bigMachine("desk");
        start(vm);
        guest.writes(vm.id(), "vda", "system", "cast");
        guest.setsVariable(vm.id(), "boot", "cast");
        stop(vm);
        services().golden().promote(vm.id(), snapshot(vm, "Cast").id(), "");
        file = services().exporter().export(vm.id(), 1, folder.resolve("x.ova"), false, Progress.NONE);
    }

    @Test
    void aCrashAtAnyCallLeavesNothingHalfGoldenAndTheNextTryCompletesIt() {
        int calls = new EveryCall(fake.state(), host -> importOn(host, "back")).crashes(this::isSoundAndGoesOn);
        assertThat(calls).as("calls that change something").isGreaterThanOrEqualTo(10);
    }

    private void isSoundAndGoesOn(int call, FakeHypervisor after) {
        Services again = on(after);
        assertThat(again.doctor().check())
                .as("what is wrong after call %d", call)
                .extracting(Finding::kind)
                .isSubsetOf(Finding.Kind.UNREFERENCED);
        again.doctor().fix(Progress.NONE);
        assertThat(again.doctor().check()).as("after call %d and a fix", call).isEmpty();
        assertThat(after.guest().disks(vm.id()).get("vda")).containsEntry("system", "cast");
        for (VirtualMachine machine : again.inventory().machines()) {
            if (machine.currentGolden().isPresent()) {
                isWhole(again, after, machine);
            }
        }
        isWhole(again, after, importOn(after, "again"));
        assertThat(again.doctor().check()).as("at last, call %d", call).isEmpty();
    }

    /** It can be cast, and the clone boots what was exported. */
    private void isWhole(Services services, FakeHypervisor host, VirtualMachine golden) {
        VirtualMachine clone = services.cloner()
                .clone(
                        new Cloner.Request(
                                golden.id(), new From.Golden(), List.of("of " + golden.goldenName()), false, false),
                        Progress.NONE)
                .get(0);
        assertThat(host.guest().disks(clone.id()).get("vda")).isEqualTo(Map.of("system", "cast"));
        assertThat(host.guest().variables(clone.id())).containsEntry("boot", "cast");
    }

    private Services on(Hypervisor hypervisor) {
        return Services.on(
                hypervisor, folder.resolve("other"), Clock.fixed(NOW, ZoneOffset.UTC), new Ids(new Random(seed++)));
    }

    private VirtualMachine importOn(Hypervisor hypervisor, String name) {
        return on(hypervisor).importer().importGolden(file, Optional.of(name), Progress.NONE);
    }
}
