package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.layers.Depth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class DepthTest extends Workshop {
    private VirtualMachine vm;
    private Snapshot last;

    @BeforeEach
    void aMachineAsDeepAsItMayBe() {
        vm = machine("vm");
        for (int i = 1; i < Depth.MOST; i++) {
            last = snapshot(vm, "s" + i);
        }
    }

    @Test
    void oneLayerMoreIsRefusedAndLeavesNothing() {
        int files = foreign.files().size();
        refused(Kind.WRONG_STATE, "too deep", () -> snapshot(vm, "one more"));
        assertThat(foreign.files()).hasSize(files);
        assertThat(services().inventory().snapshots(vm.id())).hasSize(Depth.MOST - 1);
    }

    @Test
    void compactingMakesRoom() {
        for (int i = 1; i < Depth.MOST - 1; i++) {
            services()
                    .snapshots()
                    .delete(
                            vm.id(),
                            services().inventory().resolveSnapshot(vm, "s" + i).id());
        }
        assertThat(services().space().depth(vm.id())).isEqualTo(Depth.MOST);
        services().compactor().compact(vm.id(), Progress.NONE);
        assertThat(services().space().depth(vm.id())).isEqualTo(2);
        snapshot(vm, "one more");
    }

    @Test
    void aCloneStandsOneHigherThanItsSnapshot() {
        VirtualMachine clone = cast("clone");
        assertThat(services().space().depth(clone.id())).isEqualTo(Depth.MOST);
        refused(Kind.WRONG_STATE, "too deep", () -> snapshot(clone, "one more"));
    }

    private VirtualMachine cast(String name) {
        return services()
                .cloner()
                .clone(
                        new Cloner.Request(vm.id(), new From.OfSnapshot(last.id()), List.of(name), false, false),
                        Progress.NONE)
                .get(0);
    }
}
