package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.EveryCall;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.work.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left when Ingot ends in the middle of merging the layers of a running machine. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class CompactorCrashTest extends Workshop {
    private VirtualMachine vm;
    private int seed = 9;

    @BeforeEach
    void aRunningMachineWithLayersBelowASnapshotAndBelowItsDisk() {
        vm = machine("vm");
        for (String name : List.of("one", "two", "three", "four")) {
            edit(vm, name, "was here");
            snapshot(vm, name);
        }
        for (String gone : List.of("one", "two", "four")) {
            services()
                    .snapshots()
                    .delete(
                            vm.id(),
                            services()
                                    .inventory()
                                    .resolveSnapshot(now(vm.id()), gone)
                                    .id());
        }
        start(vm);
        guest.writes(vm.id(), "vda", "now", "is here");
    }

    @Test
    void aCrashAtAnyCallLosesNothing() {
        int calls = new EveryCall(fake.state(), host -> compactOn(host)).crashes(this::isSoundAndGoesOn);
        assertThat(calls).as("calls that change something").isGreaterThanOrEqualTo(5);
    }

    private void compactOn(Hypervisor host) {
        on(host).compactor().compact(vm.id(), Progress.NONE);
    }

    private void isSoundAndGoesOn(int call, FakeHypervisor after) {
        Services again = on(after);
        holdsEverything(call, after);
        assertThat(again.doctor().check())
                .as("what is wrong after call %d", call)
                .extracting(Finding::kind)
                .isSubsetOf(Finding.Kind.UNREFERENCED);
        again.doctor().fix(Progress.NONE);
        assertThat(again.doctor().check()).as("after call %d and a fix", call).isEmpty();
        again.compactor().compact(vm.id(), Progress.NONE);
        holdsEverything(call, after);
        again.power().forceOff(vm.id());
        again.reverter().revert(vm.id(), three(again).id(), Optional.empty()).settle();
        assertThat(after.guest().disks(vm.id()).get("vda")).containsOnlyKeys("one", "two", "three");
        again.snapshots().delete(vm.id(), three(again).id());
        again.compactor().compact(vm.id(), Progress.NONE);
        assertThat(after.guest().disks(vm.id()).get("vda")).containsOnlyKeys("one", "two", "three");
        assertThat(again.doctor().check()).as("at last, call %d", call).isEmpty();
    }

    private void holdsEverything(int call, FakeHypervisor host) {
        assertThat(host.guest().disks(vm.id()).get("vda"))
                .as("the machine after call %d", call)
                .containsOnlyKeys("one", "two", "three", "four", "now");
        String frozen =
                three(on(host)).hardware().writableDisks().get(0).source().orElseThrow();
        Map<String, String> content = host.guest().content(frozen);
        assertThat(content).as("the snapshot after call %d", call).containsOnlyKeys("one", "two", "three");
    }

    private Snapshot three(Services services) {
        return services.inventory().resolveSnapshot(services.inventory().require(vm.id()), "three");
    }

    private Services on(Hypervisor hypervisor) {
        return Services.on(
                hypervisor, folder.resolve("other"), Clock.fixed(NOW, ZoneOffset.UTC), new Ids(new Random(seed++)));
    }
}
