package io.github.ingotvm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of the answers that installers are told: in no definition and no snapshot, and overwritten before they go. */
final class Answered {
    private final Set<String> seen = new HashSet<>();

    /** From this moment of a host on. */
    static Answered since(FakeState host) {
        Answered answered = new Answered();
        answered.seen.addAll(answersOn(new FakeHypervisor(host)));
        return answered;
    }

    private static Set<String> answersOn(FakeHypervisor view) {
        return view.volumes().list().stream()
                .map(Volume::path)
                .filter(p -> p.contains(".initrd.") || p.contains(".seed."))
                .collect(Collectors.toSet());
    }

    void check(FakeState host, FakeHypervisor view) {
        Set<String> now = answersOn(view);
        seen.addAll(now);
        Set<String> gone = new HashSet<>(seen);
        gone.removeAll(now);
        assertThat(host.wiped()).as("what was wiped").containsAll(gone);
        for (VirtualMachine machine : view.machines().list()) {
            assertTellsNothing(machine.definition());
            for (Snapshot snapshot : view.snapshots().list(machine.id())) {
                assertTellsNothing(snapshot.definition());
                assertThat(snapshot.hardware().kernel())
                        .as("the installer in %s", snapshot.name())
                        .isEmpty();
            }
        }
    }

    private static void assertTellsNothing(Definition definition) {
        assertThat(definition.document()).doesNotContain(InstallOps.PASSWORD, "$6$");
    }
}
