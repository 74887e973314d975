package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.GoldenComparison;
import io.github.ingotvm.model.GoldenComparison.Change;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.golden.GoldenVersions;
import io.github.ingotvm.service.work.Resources;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class GoldenVersionsTest extends Workshop {
    private VirtualMachine vm;

    @BeforeEach
    void twoVersions() {
        vm = machine("vm");
        promoted("one");
        promoted("two");
    }

    private void promoted(String content) {
        edit(vm, "system", content);
        services().golden().promote(vm.id(), snapshot(vm, content).id(), "");
    }

    private GoldenVersions versions() {
        return services().versions();
    }

    private VirtualMachine cast(String name) {
        return services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of(name), false, false), Progress.NONE)
                .get(0);
    }

    @Test
    void whatIsCurrentIsCastUntilTheNextPromotion() {
        versions().makeCurrent(vm.id(), 1);
        assertThat(disk(cast("a"))).containsEntry("system", "one");
        promoted("three");
        assertThat(disk(cast("b"))).containsEntry("system", "three");
    }

    @Test
    void whenTheCurrentOneIsDemotedTheNewestIsCurrent() {
        versions().makeCurrent(vm.id(), 1);
        services().golden().demote(vm.id(), 1);
        assertThat(now(vm.id()).currentGolden().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void aVersionKnowsItsAuthorAndItsNote() {
        assertThat(now(vm.id()).currentGolden().orElseThrow().author()).isEqualTo(System.getProperty("user.name"));
        versions().note(vm.id(), 1, "the first");
        assertThat(now(vm.id()).mark().golden(1).orElseThrow().note()).isEqualTo("the first");
        assertThat(now(vm.id()).mark().golden())
                .extracting(GoldenVersion::number)
                .containsExactly(1, 2);
    }

    @Test
    void aGoldenImagesNameIsItsOwn() {
        versions().describe(vm.id(), "Standard", "for all");
        services().lifecycle().rename(vm.id(), "workshop");
        assertThat(now(vm.id()).goldenName()).isEqualTo("Standard");
        VirtualMachine other = machine("other");
        refused(Kind.NOT_FOUND, "no golden image", () -> versions().describe(other.id(), "x", ""));
        services().golden().promote(other.id(), snapshot(other, "s").id(), "");
        refused(Kind.EXISTS, "Standard", () -> versions().describe(other.id(), "Standard", ""));
    }

    @Test
    void aRetiredVersionGoesWithItsSnapshotAndNothingElse() {
        VirtualMachine clone = cast("clone");
        refused(Kind.WRONG_STATE, "current", () -> versions().retire(vm.id(), 2));
        versions().retire(vm.id(), 1);
        assertThat(services().inventory().snapshots(vm.id()))
                .extracting(Snapshot::name)
                .containsExactly("two");
        assertThat(disk(clone)).containsEntry("system", "two");
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void aVersionThatACloneIsOnOrMayGoBackToIsNeeded() {
        versions().makeCurrent(vm.id(), 1);
        VirtualMachine clone = cast("clone");
        versions().makeCurrent(vm.id(), 2);
        refused(Kind.IN_USE, "clone is on it", () -> versions().retire(vm.id(), 1));
        services().refresher().refresh(List.of(clone.id()), new To.Current(), Running.REFUSE, Progress.NONE);
        assertThat(unneeded()).isEmpty();
        services().refresher().dropFormer(List.of(clone.id()));
        assertThat(unneeded()).extracting(GoldenVersion::number).containsExactly(1);
    }

    private List<GoldenVersion> unneeded() {
        return versions().unneeded(now(vm.id()), services().inventory().machines());
    }

    @Test
    void twoVersionsAreComparedByTheirHardwareAndTheirLayers() {
        GoldenComparison same = versions().compare(vm.id(), 1, 2);
        assertThat(same.hardware()).isEmpty();
        assertThat(same.differing()).isPositive();
        assertThat(versions().compare(vm.id(), 2, 2).differing()).isZero();
        services().lifecycle().setResources(vm.id(), 96 * Resources.MIB, 2);
        promoted("three");
        assertThat(versions().compare(vm.id(), 2, 3).hardware())
                .containsExactly(new Change("memory", "64 MiB", "96 MiB"), new Change("processors", "1", "2"));
    }
}
