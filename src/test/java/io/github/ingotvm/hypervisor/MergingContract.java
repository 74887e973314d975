package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.SnapshotId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What merging promises. */
interface MergingContract extends Contract {
    private Merging merging() {
        return rig().hypervisor.merging();
    }

    private Optional<String> backing(String image) {
        return rig().hypervisor.volumes().find(image).orElseThrow().backing();
    }

    @Test
    default void anImageTakesInWhatLiesBetweenItAndAnother() {
        String base = rig().image();
        String top = rig().overlay(rig().overlay(rig().overlay(base)));

        merging().pull(top, Optional.of(base), Progress.NONE);

        assertThat(backing(top)).contains(base);
        assertThat(rig().hypervisor.machines().list())
                .as("no helper is seen")
                .noneMatch(m -> m.name().contains("helper"));
    }

    @Test
    default void anImageTakesInEverythingAndStandsOnNothing() {
        String top = rig().overlay(rig().overlay(rig().image()));
        CopyContract.Recorder recorder = new CopyContract.Recorder(false);

        merging().pull(top, Optional.empty(), recorder);

        assertThat(backing(top)).isEmpty();
        assertThat(recorder.fractions).isNotEmpty().endsWith(1.0);
        merging().pull(top, Optional.empty(), Progress.NONE);
    }

    @Test
    default void aRunningMachinesDiskIsMergedWhileItRuns() {
        MachineId id = rig().running();
        rig().snapshot(id, "first");
        rig().snapshot(id, "second");
        String frozen = rig().hypervisor
                .volumes()
                .find(rig().present(id))
                .orElseThrow()
                .backing()
                .orElseThrow();
        assertRefused(Kind.IN_USE, () -> merging().pull(frozen, Optional.empty(), Progress.NONE));
        merging().pull(id, "vda", Optional.empty(), Progress.NONE);

        assertThat(backing(rig().present(id))).isEmpty();
        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void layersInTheMiddleOfARunningMachinesDiskGoDownWhileItRuns() {
        MachineId id = rig().running();
        rig().snapshot(id, "first");
        rig().snapshot(id, "second");
        SnapshotId third = rig().snapshot(id, "third");
        String present = rig().present(id);
        String top = backing(present).orElseThrow();
        String between = backing(top).orElseThrow();
        String into = backing(between).orElseThrow();
        CopyContract.Recorder recorder = new CopyContract.Recorder(false);

        merging().push(id, "vda", top, into, recorder);

        assertThat(backing(present)).contains(into);
        assertThat(backing(top)).as("whoever needs the file finds it as it was").contains(between);
        assertThat(recorder.fractions).endsWith(1.0);
        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
        rig().hypervisor.snapshots().relocate(id, third, top, into);
        assertThat(rig().hypervisor.snapshots().find(id, third).orElseThrow())
                .matches(s -> s.froze(into) && !s.froze(top) && s.current());
        rig().hypervisor.volumes().delete(top);
        rig().hypervisor.volumes().delete(between);
        rig().hypervisor.power().destroy(id);
        rig().hypervisor.power().start(id);
        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void refusesToPushWhatLiesOtherwise() {
        MachineId id = rig().running();
        rig().snapshot(id, "first");
        rig().snapshot(id, "second");
        String present = rig().present(id);
        String middle = backing(present).orElseThrow();
        String low = backing(middle).orElseThrow();

        assertRefused(Kind.INVALID, () -> merging().push(id, "vda", present, low, Progress.NONE));
        assertRefused(Kind.INVALID, () -> merging().push(id, "vda", low, middle, Progress.NONE));
        assertRefused(Kind.NOT_FOUND, () -> merging().push(id, "vdz", middle, low, Progress.NONE));
        assertRefused(Kind.CANCELLED, () -> merging().push(id, "vda", middle, low, new CopyContract.Recorder(true)));
        assertThat(backing(present)).contains(middle);
        rig().hypervisor.power().destroy(id);
        assertRefused(Kind.WRONG_STATE, () -> merging().push(id, "vda", middle, low, Progress.NONE));
    }

    @Test
    default void refusesWhatCannotBeMerged() {
        MachineId off = rig().off();

        assertRefused(Kind.WRONG_STATE, () -> merging().pull(off, "vda", Optional.empty(), Progress.NONE));
        assertRefused(Kind.NOT_FOUND, () -> merging().pull(rig().nowhere(), Optional.empty(), Progress.NONE));
        String top = rig().overlay(rig().image());
        assertRefused(Kind.CANCELLED, () -> merging().pull(top, Optional.empty(), new CopyContract.Recorder(true)));
        assertThat(backing(top)).isPresent();
    }
}
