package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.Failing;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.context.Inventory;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class GoldenAndClonesTest extends Workshop {
    private VirtualMachine vm;
    private Snapshot tuned;

    @BeforeEach
    void aTunedMachineWithASnapshot() {
        vm = machine("vm");
        edit(vm, "a", "golden");
        tuned = snapshot(vm, "Tuned");
        edit(vm, "a", "later");
    }

    @Test
    void versionsCountUpAndTheNewestIsCurrent() {
        assertThat(promote(tuned).label()).isEqualTo("v1");
        assertThat(promote(snapshot(vm, "More")).label()).isEqualTo("v2");
        assertThat(now(vm.id()).currentGolden().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void aDemotedNumberIsNeverGivenAgain() {
        promote(tuned);
        services().golden().demote(vm.id(), 1);
        assertThat(now(vm.id()).currentGolden()).isEmpty();
        assertThat(promote(tuned).label()).isEqualTo("v2");
    }

    @Test
    void goldenLayersAreProtectedUntilTheDemotion() {
        promote(tuned);
        String layer = tuned.hardware().writableDisks().get(0).source().orElseThrow();
        assertThat(foreign.isReadOnly(layer)).isTrue();
        services().golden().demote(vm.id(), 1);
        assertThat(foreign.isReadOnly(layer)).isFalse();
    }

    @Test
    void promotingTwiceIsRefused() {
        promote(tuned);
        refused(Kind.EXISTS, "v1", () -> promote(tuned));
    }

    @Test
    void aGoldenSnapshotCannotBeDeleted() {
        promote(tuned);
        refused(Kind.IN_USE, "demote", () -> services().snapshots().delete(vm.id(), tuned.id()));
    }

    @Test
    void thePresentCanBeClonedTwiceWithinASecond() {
        clone(new From.Present(), "one");
        clone(new From.Present(), "two");
        assertThat(services().inventory().machines()).hasSize(3);
    }

    @Test
    void aTakenNameIsFoundBeforeASnapshotIsTakenOfThePresent() {
        refused(Kind.EXISTS, "vm", () -> clone(new From.Present(), "vm"));
        assertThat(services().inventory().snapshots(vm.id())).hasSize(1);
    }

    @Test
    void aCloneContainsTheGoldenImageAndNotWhatCameLater() {
        promote(tuned);
        VirtualMachine clone = clone(new From.Golden(), "clone").get(0);
        assertThat(disk(clone)).containsEntry("a", "golden");
        assertThat(disk(vm)).containsEntry("a", "later");
    }

    @Test
    void whatAClonesGuestWritesStaysInTheClone() {
        promote(tuned);
        List<VirtualMachine> clones = clone(new From.Golden(), "c1", "c2");
        edit(clones.get(0), "a", "mine");
        assertThat(disk(clones.get(1))).containsEntry("a", "golden");
    }

    @Test
    void aCloneHasItsOwnIdentityAndItsLineage() {
        promote(tuned);
        VirtualMachine clone = clone(new From.Golden(), "Clöne / 1").get(0);
        assertThat(clone.displayName()).isEqualTo("Clöne / 1");
        assertThat(clone.id()).isNotEqualTo(vm.id());
        assertThat(clone.hardware().nics().get(0).mac())
                .isNotEqualTo(vm.hardware().nics().get(0).mac());
        var lineage = clone.mark().lineage().orElseThrow();
        assertThat(lineage.source()).isEqualTo(vm.id());
        assertThat(lineage.version()).isEqualTo(OptionalInt.of(1));
        assertThat(lineage.linked()).isTrue();
        assertThat(clone.mark().golden()).isEmpty();
    }

    @Test
    void aCloneOfAnOlderVersionIsBehind() {
        promote(tuned);
        VirtualMachine clone = clone(new From.Version(1), "clone").get(0);
        promote(snapshot(vm, "Newer"));
        assertThat(Inventory.update(clone, services().inventory().machines()).map(GoldenVersion::number))
                .contains(2);
    }

    @Test
    void aFullCloneDependsOnNothing() {
        promote(tuned);
        VirtualMachine clone = services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of("full"), true, false), Progress.NONE)
                .get(0);
        assertThat(disk(clone)).containsEntry("a", "golden");
        services().lifecycle().delete(vm.id()).commit();
        assertThat(disk(clone)).containsEntry("a", "golden");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void thePresentStateIsSnapshottedAndCloned() {
        VirtualMachine clone = clone(new From.Present(), "now").get(0);
        assertThat(disk(clone)).containsEntry("a", "later");
        assertThat(services().inventory().snapshots(vm.id())).hasSize(2);
    }

    @Test
    void withoutAGoldenImageThereIsNothingToCloneByDefault() {
        refused(Kind.NOT_FOUND, "promote", () -> clone(new From.Golden(), "x"));
    }

    @Test
    void whenOneCloneFailsNoneIsLeft() {
        promote(tuned);
        int files = foreign.files().size();
        Failing failing = new Failing(fake);
        AtomicInteger reports = new AtomicInteger();
        use(failing.hypervisor());
        Progress failSoon = new Progress() {
            @Override
            public void report(double fraction, String doing) {
                if (reports.incrementAndGet() == 3) {
                    failing.fail("Machines.define", Kind.FAILED);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        refused(
                Kind.FAILED,
                "failed",
                () -> services()
                        .cloner()
                        .clone(
                                new Cloner.Request(vm.id(), new From.Golden(), List.of("a", "b", "c"), false, false),
                                failSoon));
        assertThat(services().inventory().machines()).hasSize(1);
        assertThat(foreign.files()).hasSize(files);
    }

    @Test
    void cancellingLeavesNoClone() {
        promote(tuned);
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String doing) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        refused(
                Kind.CANCELLED,
                "",
                () -> services()
                        .cloner()
                        .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of("a"), false, false), cancelled));
        assertThat(services().inventory().machines()).hasSize(1);
    }

    @Test
    void takenAndRepeatedNamesAreRefused() {
        promote(tuned);
        refused(Kind.EXISTS, "\"vm\"", () -> clone(new From.Golden(), "ok", "vm"));
        refused(Kind.EXISTS, "twice", () -> clone(new From.Golden(), "x", " x"));
        assertThat(services().inventory().machines()).hasSize(1);
    }

    @Test
    void aMachineThatClonesStandOnCannotBeDeletedAndSaysWhy() {
        promote(tuned);
        clone(new From.Golden(), "c1", "c2");
        refused(Kind.IN_USE, "c1, c2", () -> services().lifecycle().delete(vm.id()));
    }

    @Test
    void theListTellsVersionsClonesAndDependants() {
        promote(tuned);
        clone(new From.Golden(), "c1");
        List<GoldenImage> images = services().golden().list();
        assertThat(images).hasSize(1);
        GoldenImage image = images.get(0);
        assertThat(image.intact()).isTrue();
        assertThat(image.current()).isTrue();
        assertThat(image.snapshotName()).isEqualTo("Tuned");
        assertThat(image.clones()).extracting(VirtualMachine::name).containsExactly("c1");
        assertThat(image.dependants()).extracting(VirtualMachine::name).containsExactly("c1");
    }

    @Test
    void tamperingWithAGoldenLayerIsNoticed() {
        promote(tuned);
        foreign.writes(tuned.hardware().writableDisks().get(0).source().orElseThrow(), "a", "evil");
        assertThat(services().golden().list().get(0).intact()).isFalse();
        assertThat(services().doctor().check()).anyMatch(f -> f.kind() == Finding.Kind.GOLDEN_CHANGED);
    }

    @Test
    void aMachineThatWouldWriteToAGoldenLayerDoesNotStart() {
        promote(tuned);
        String layer = tuned.hardware().writableDisks().get(0).source().orElseThrow();
        foreign.edits(vm.id(), "disk.vda.source", layer);
        refused(Kind.IN_USE, "needs unchanged", () -> start(vm));
        assertThat(services().doctor().check()).anyMatch(f -> f.kind() == Finding.Kind.WRITES_TO_LAYER);
    }

    private GoldenVersion promote(Snapshot snapshot) {
        return services().golden().promote(vm.id(), snapshot.id(), "note");
    }

    private List<VirtualMachine> clone(From from, String... names) {
        return services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), from, List.of(names), false, false), Progress.NONE);
    }
}
