package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class DetacherTest extends Workshop {
    private VirtualMachine vm;
    private VirtualMachine clone;

    @BeforeEach
    void aLinkedClone() {
        vm = machine("vm");
        edit(vm, "system", "golden");
        services().golden().promote(vm.id(), snapshot(vm, "s").id(), "");
        clone = services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Golden(), List.of("clone"), false, false), Progress.NONE)
                .get(0);
        edit(clone, "own", "work");
    }

    private VirtualMachine detach() {
        return services().detacher().detach(clone.id(), Progress.NONE);
    }

    private void dependsOnNothing() {
        assertThat(now(clone.id()).mark().lineage().orElseThrow().linked()).isFalse();
        services().lifecycle().delete(vm.id()).commit();
        assertThat(disk(clone)).containsEntry("system", "golden").containsEntry("own", "work");
        assertThat(services().doctor().check()).isEmpty();
        assertThat(foreign.files()).hasSize(1);
    }

    @Test
    void aCloneThatIsOffGetsDisksOfItsOwn() {
        detach();
        dependsOnNothing();
    }

    @Test
    void aRunningCloneGoesOn() {
        start(clone);
        guest.remembers(clone.id(), "open", "file");
        detach();
        assertThat(guest.memory(clone.id())).containsEntry("open", "file");
        stop(clone);
        dependsOnNothing();
    }

    @Test
    void whatStandsOnTheGoldenImageTooMustGoFirst() {
        Snapshot mine = snapshot(clone, "mine");
        refused(Kind.IN_USE, "mine", this::detach);
        services().snapshots().delete(clone.id(), mine.id());
        services().refresher().refresh(List.of(clone.id()), new To.Own(), Running.REFUSE, Progress.NONE);
        refused(Kind.IN_USE, "let go of it", this::detach);
        services().refresher().dropFormer(List.of(clone.id()));
        detach();
    }

    @Test
    void whatIsNoLinkedCloneIsRefused() {
        detach();
        refused(Kind.UNSUPPORTED, "no linked clone", this::detach);
        refused(Kind.UNSUPPORTED, "no linked clone", () -> services().detacher().detach(vm.id(), Progress.NONE));
    }

    @Test
    void whatAnotherLeftoverStandsOnStaysDownToItsBase() {
        foreign.deletes(vm.id());
        detach();
        var volumes = fake.volumes().list();
        assertThat(volumes)
                .as("every leftover still has what it stands on")
                .allMatch(v -> v.backing().isEmpty()
                        || volumes.stream()
                                .anyMatch(o -> o.path().equals(v.backing().get())));
        services().doctor().fix(Progress.NONE);
        assertThat(foreign.files()).hasSize(1);
    }
}
