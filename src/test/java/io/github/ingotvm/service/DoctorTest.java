package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.Checkup;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DoctorTest extends Workshop {
    private String leftover(String token) {
        String path = fake.volumes().pathOf("x.vda." + token + ".qcow2");
        foreign.addsFile(path, "qcow2", 1 << 20, Optional.empty());
        return path;
    }

    @Test
    void saysHowMuchItLookedAtAndWhatEachLeftoverTakes() {
        VirtualMachine vm = machine("vm");
        snapshot(vm, "First");
        String path = leftover("00000000000a");
        Checkup checkup = services().doctor().look(Progress.NONE);
        assertThat(checkup.machines()).isEqualTo(1);
        assertThat(checkup.snapshots()).isEqualTo(1);
        assertThat(checkup.leftovers())
                .singleElement()
                .satisfies(f -> assertThat(f.bytes())
                        .isPositive()
                        .isEqualTo(fake.volumes().find(path).orElseThrow().allocation()));
    }

    @Test
    void namesTheWorstFirst() {
        VirtualMachine vm = machine("vm");
        leftover("00000000000a");
        foreign.removesFile(vm.hardware().writableDisks().get(0).source().orElseThrow());
        assertThat(services().doctor().check())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.BROKEN_CHAIN, Finding.Kind.UNREFERENCED);
        assertThat(services().doctor().check().get(0).machine()).contains(vm.id());
    }

    @Test
    void removesOnlyWhatWasAgreedTo() {
        String one = leftover("00000000000a");
        String other = leftover("00000000000b");
        assertThat(services().doctor().remove(List.of(one, "/elsewhere/file"), Progress.NONE))
                .extracting(Finding::subject)
                .containsExactly(one);
        assertThat(foreign.files()).contains(other).doesNotContain(one);
    }

    @Test
    void keepsWhatSomebodyHasBegunToUseSinceItWasFound() {
        VirtualMachine vm = machine("vm");
        String path = leftover("00000000000a");
        assertThat(services().doctor().check()).hasSize(1);
        foreign.edits(vm.id(), "disk.vda.source", path);
        assertThat(services().doctor().remove(List.of(path), Progress.NONE)).isEmpty();
        assertThat(foreign.files()).contains(path);
    }

    @Test
    void callsNothingLeftOverWhileItIsInTheMaking() {
        VirtualMachine vm = machine("vm");
        List<Finding> meanwhile = new ArrayList<>();
        Progress look = new Progress() {
            @Override
            public void report(double fraction, String doing) {
                if (fraction == 1 && meanwhile.isEmpty()) {
                    // The copy is there, and no machine names it yet.
                    meanwhile.addAll(CompletableFuture.supplyAsync(
                                    () -> services().doctor().check())
                            .join());
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new Cloner.From.Present(), List.of("full"), true, false), look);
        assertThat(meanwhile)
                .singleElement()
                .satisfies(f -> assertThat(f.kind()).isEqualTo(Finding.Kind.UNSEEN))
                .satisfies(f -> assertThat(f.sentence()).contains("Work is under way"));
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void tellsHowFarItIsAndStopsWhenItIsCancelled() {
        machine("a");
        machine("b");
        List<String> said = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String doing) {
                said.add(doing);
            }

            @Override
            public boolean isCancelled() {
                return said.contains("Looking at the snapshots");
            }
        };
        assertThatThrownBy(() -> services().doctor().look(progress)).isInstanceOf(IngotException.class);
        assertThat(said).containsExactly("Looking at the storage", "Looking at the snapshots");
    }
}
