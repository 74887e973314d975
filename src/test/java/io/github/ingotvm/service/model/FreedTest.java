package io.github.ingotvm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.SpaceReport.OfMachine;
import io.github.ingotvm.model.SpaceReport.OfSnapshot;
import io.github.ingotvm.model.SpaceUse;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happened before: as much is freed by a deletion as was said. */
class FreedTest {
    private static final int STEPS = 25;

    @TempDir
    Path folder = Path.of("");

    private int freeing;

    @Test
    void whatADeletionIsSaidToFreeGoes() throws IOException {
        LocalFiles files = LocalFiles.in(folder.toRealPath());
        Long seed = Long.getLong("ingot.seed");
        LongStream seeds = seed == null ? LongStream.rangeClosed(1, 30) : LongStream.of(seed);
        seeds.forEach(s -> new Sequence(s, files).live(STEPS, this::deleteEach));
        assertThat(freeing).isGreaterThan(seed == null ? 200 : -1);
    }

    private void deleteEach(Step step) {
        World swept = World.on(step.done().copy(), h -> h, step.ids(), step.files());
        swept.services().disposables().sweep(Duration.ZERO);
        for (OfMachine machine : swept.services().space().report().machines()) {
            MachineId id = machine.machine().id();
            frees(machine.use(), swept, step, s -> s.lifecycle().delete(id).commit());
            for (OfSnapshot snapshot : machine.snapshots()) {
                frees(
                        snapshot.use(),
                        swept,
                        step,
                        s -> snapshot.golden()
                                .ifPresentOrElse(
                                        g -> s.versions().retire(id, g.number()),
                                        () -> s.snapshots().delete(id, snapshot.id())));
            }
        }
    }

    private void frees(SpaceUse said, World swept, Step step, Consumer<Services> deletion) {
        World world = World.on(swept.state().copy(), h -> h, step.ids(), step.files());
        long before = allocated(world.state());
        try {
            deletion.accept(world.services());
        } catch (IngotException refused) {
            return;
        }
        freeing += said.freed() > 0 ? 1 : 0;
        assertThat(before - allocated(world.state()))
                .as("%s after %s", said, step.op())
                .isEqualTo(said.freed());
    }

    private static long allocated(FakeState host) {
        return new FakeHypervisor(host)
                .volumes().list().stream().mapToLong(Volume::allocation).sum();
    }
}
