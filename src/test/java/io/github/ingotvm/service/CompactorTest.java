package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.LayerMerge;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.work.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class CompactorTest extends Workshop {
    private VirtualMachine vm;

    @BeforeEach
    void aMachineWithThreeSnapshots() {
        vm = machine("vm");
        for (String name : List.of("one", "two", "three")) {
            edit(vm, name, "was here");
            snapshot(vm, name);
        }
        edit(vm, "now", "is here");
    }

    private Snapshot snapshotCalled(String name) {
        return services().inventory().resolveSnapshot(now(vm.id()), name);
    }

    private void delete(String name) {
        services().snapshots().delete(vm.id(), snapshotCalled(name).id());
    }

    private int depth() {
        return services().space().report().of(vm.id()).orElseThrow().depth();
    }

    private List<LayerMerge> compact() {
        return services().compactor().compact(vm.id(), Progress.NONE);
    }

    private Map<String, String> content(String snapshot) {
        return guest.content(snapshotCalled(snapshot)
                .hardware()
                .writableDisks()
                .get(0)
                .source()
                .orElseThrow());
    }

    @Test
    void whatIsNeededIsLeftAlone() {
        assertThat(services().compactor().plan(vm.id())).isEmpty();
        assertThat(compact()).isEmpty();
        assertThat(depth()).isEqualTo(4);
    }

    @Test
    void theLayerOfADeletedSnapshotIsMergedIntoTheNextOne() {
        Map<String, String> three = content("three");
        delete("two");
        assertThat(compact()).singleElement().matches(m -> m.layers().size() == 1);
        assertThat(depth()).isEqualTo(3);
        assertThat(content("three")).isEqualTo(three);
        assertThat(disk(vm)).containsKeys("one", "two", "three", "now");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void severalLayersAreMergedAtOnceDownToNothing() {
        delete("one");
        delete("two");
        delete("three");
        assertThat(compact()).singleElement().satisfies(m -> {
            assertThat(m.layers()).hasSize(3);
            assertThat(m.base()).isEmpty();
        });
        assertThat(depth()).isEqualTo(1);
        assertThat(disk(vm)).containsKeys("one", "two", "three", "now");
        assertThat(foreign.files()).hasSize(1);
    }

    @Test
    void aRunningMachinesLayersAreMergedWhileItRunsBelowASnapshotToo() {
        Map<String, String> two = content("two");
        delete("one");
        delete("three");
        start(vm);
        assertThat(services().compactor().plan(vm.id()))
                .extracting(LayerMerge::goesDown)
                .containsExactly(true, false);
        assertThat(compact()).hasSize(2);
        assertThat(depth()).isEqualTo(2);
        assertThat(content("two")).isEqualTo(two);
        assertThat(disk(vm)).containsKeys("one", "two", "three", "now");
        assertThat(foreign.files()).as("no file is left").hasSize(2);
        assertThat(services().doctor().check()).isEmpty();
        stop(vm);
        services()
                .reverter()
                .revert(vm.id(), snapshotCalled("two").id(), Optional.empty())
                .settle();
        assertThat(disk(vm)).containsOnlyKeys("one", "two");
    }

    @Test
    void severalOfThemMoveOneAfterTheOther() {
        for (String name : List.of("four", "five", "six")) {
            snapshot(vm, name);
            edit(vm, name, "was here");
        }
        Map<String, String> two = content("two");
        Map<String, String> five = content("five");
        List.of("one", "three", "four", "six").forEach(this::delete);
        start(vm);
        assertThat(compact()).hasSize(3);
        assertThat(compact()).isEmpty();
        assertThat(depth()).isEqualTo(3);
        assertThat(content("two")).isEqualTo(two);
        assertThat(content("five")).isEqualTo(five);
        assertThat(disk(vm)).containsKeys("one", "two", "three", "now", "four", "five", "six");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void whatAnotherDiskStandsOnWaitsUntilTheMachineIsOff() {
        Snapshot two = snapshotCalled("two");
        delete("one");
        services()
                .cloner()
                .clone(
                        new Cloner.Request(vm.id(), new From.OfSnapshot(two.id()), List.of("c"), false, false),
                        Progress.NONE);
        start(vm);
        assertThat(services().compactor().plan(vm.id()))
                .singleElement()
                .satisfies(m -> assertThat(m.blockedBy())
                        .extracting(VirtualMachine::name)
                        .containsExactly("vm"));
        assertThat(compact()).isEmpty();
        stop(vm);
        assertThat(compact()).hasSize(1);
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void nothingIsWrittenToALayerThatAnImageInNoPoolStandsOn() {
        String one =
                snapshotCalled("one").hardware().writableDisks().get(0).source().orElseThrow();
        foreign.addsFile("/home/u/x.qcow2", "qcow2", Resources.GIB, Optional.of(one));
        VirtualMachine theirs = bigMachine("theirs");
        fake.machines()
                .define(fake.definitions()
                        .edit(theirs.definition(), DefinitionEdit.NONE.disk("vdb", "/home/u/x.qcow2")));
        Map<String, String> content = guest.content("/home/u/x.qcow2");
        delete("one");
        start(vm);
        compact();
        assertThat(guest.content("/home/u/x.qcow2")).isEqualTo(content).containsKey("one");
        assertThat(disk(vm)).containsKeys("one", "two", "three", "now");
    }

    @Test
    void aMergeBelowASnapshotThatIsCancelledHalfWayLosesNothing() {
        Map<String, String> two = content("two");
        delete("one");
        start(vm);
        Progress later = new Progress() {
            private int reports;

            @Override
            public void report(double fraction, String doing) {
                reports++;
            }

            @Override
            public boolean isCancelled() {
                return reports > 0;
            }
        };
        refused(Kind.CANCELLED, "", () -> services().compactor().compact(vm.id(), later));
        assertThat(content("two")).isEqualTo(two);
        assertThat(disk(vm)).containsKeys("one", "two", "three", "now");
        assertThat(compact()).hasSize(1);
        assertThat(content("two")).isEqualTo(two);
    }

    @Test
    void whatAGoldenImageIsSealedWithStays() {
        services().golden().promote(vm.id(), snapshotCalled("three").id(), "");
        delete("one");
        delete("two");
        assertThat(compact()).isEmpty();
        services().golden().demote(vm.id(), 1);
        assertThat(compact()).hasSize(1);
        assertThat(depth()).isEqualTo(2);
    }

    @Test
    void whatACloneStandsOnStays() {
        services()
                .cloner()
                .clone(
                        new Cloner.Request(
                                vm.id(),
                                new From.OfSnapshot(snapshotCalled("two").id()),
                                List.of("c"),
                                false,
                                false),
                        Progress.NONE);
        delete("two");
        assertThat(compact()).isEmpty();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void aCancelledMergeLosesNothing() {
        delete("two");
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String doing) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        refused(Kind.CANCELLED, "", () -> services().compactor().compact(vm.id(), cancelled));
        assertThat(disk(vm)).containsKeys("one", "two", "three", "now");
        assertThat(depth()).isEqualTo(4);
        assertThat(compact()).hasSize(1);
    }

    @Test
    void withoutRoomNothingIsBegun() {
        start(vm);
        guest.fills(vm.id(), "vda", 200 * Resources.MIB);
        stop(vm);
        snapshot(vm, "four");
        delete("four");
        foreign.limitsPool(300 * Resources.MIB);
        refused(Kind.NO_SPACE, "free some space", this::compact);
    }
}
