package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
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
    default void refusesWhatCannotBeMerged() {
        MachineId off = rig().off();

        assertRefused(Kind.WRONG_STATE, () -> merging().pull(off, "vda", Optional.empty(), Progress.NONE));
        assertRefused(Kind.NOT_FOUND, () -> merging().pull(rig().nowhere(), Optional.empty(), Progress.NONE));
        String top = rig().overlay(rig().image());
        assertRefused(Kind.CANCELLED, () -> merging().pull(top, Optional.empty(), new CopyContract.Recorder(true)));
        assertThat(backing(top)).isPresent();
    }
}
