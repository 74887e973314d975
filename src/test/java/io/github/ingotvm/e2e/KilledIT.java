package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ingot is killed at any moment of any work; whoever comes next finds everything whole, Check names what was left over and
 * removes it, and the work can be done again. {@code -Dingot.kills} says how often for each kind of work.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledIT {
    private static final int KILLS = Integer.getInteger("ingot.kills", 2);
    private static final long SEED = Long.getLong("ingot.seed", System.nanoTime());
    private static final int EDITS = 2;

    private final Random random = new Random(SEED);
    private World world;
    private MachineId id;
    private Map<String, String> golden;

    @BeforeAll
    void prepareAMachineWithAGoldenImage() {
        world = World.create();
        id = world.machine("Subject").id();
        try (Guest guest = world.boot(id)) {
            guest.edit(EDITS);
            guest.powerOff();
        }
        Snapshot snapshot = world.snapshot(id, "Good");
        world.services().golden().promote(id, snapshot.id(), "");
        golden = Layers.goldenBytes(world.require(id));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(value = Work.class, names = "DISPOSABLE", mode = EnumSource.Mode.EXCLUDE) // DisposableIT
    void nothingIsLostWhenIngotIsKilledInTheMiddle(Work work) throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            int moment = random.nextInt(600);
            String when = work + " killed after " + moment + " ms (-Dingot.seed=" + SEED + ")";
            Victim.killAfter(world, work, id, moment);

            // libvirt may still be at the dead one's last call; while it is, Check says that it cannot tell yet.
            List<Finding> found = await("libvirt at rest after " + when)
                    .atMost(Guest.PATIENCE)
                    .until(world::check, f -> f.stream().noneMatch(x -> x.kind() == Finding.Kind.UNSEEN));
            assertThat(found)
                    .as("found after " + when)
                    .allMatch(f -> f.kind() == Finding.Kind.UNREFERENCED && f.fixable());
            everyChainIsWhole();
            assertThat(Layers.goldenBytes(world.require(id))).as(when).containsAllEntriesOf(golden);
            await("a clean state after " + when).atMost(Guest.PATIENCE).until(() -> {
                world.services().doctor().fix(Progress.NONE);
                return world.check().isEmpty();
            });
            everyChainIsWhole();
            work.once(world.services(), id, kill);
        }
        if (world.require(id).state().isActive()) {
            world.services().power().forceOff(id);
        }
        oneOfTheMachinesBootsWithItsEdits();
        cleanUp();
    }

    /** By qemu-img's account, not by Ingot's. */
    private void everyChainIsWhole() {
        List<String> images = new ArrayList<>();
        for (VirtualMachine machine : world.services().inventory().machines()) {
            images.addAll(sources(machine.hardware().writableDisks().stream()));
            images.addAll(sources(world.services().inventory().snapshots(machine.id()).stream()
                    .flatMap(s -> s.hardware().writableDisks().stream())));
        }
        images.stream()
                .distinct()
                .forEach(image -> assertThat(Layers.chain(image)).isNotEmpty());
    }

    private static List<String> sources(Stream<Disk> disks) {
        return disks.flatMap(d -> d.source().stream()).toList();
    }

    private void oneOfTheMachinesBootsWithItsEdits() {
        List<VirtualMachine> machines = world.services().inventory().machines();
        VirtualMachine any = machines.get(random.nextInt(machines.size()));
        Status status = world.bootedSays(any.id());
        assertThat(status.edits()).isIn(0, EDITS);
        if (any.mark().lineage().isPresent()) {
            assertThat(status.edits()).as("a clone").isEqualTo(EDITS);
        }
    }

    /** Back to the machine and its golden image, so that no work makes the next one slow. */
    private void cleanUp() {
        world.services().inventory().machines().stream()
                .filter(m -> !m.id().equals(id))
                .forEach(m -> world.delete(m.id()));
        world.services()
                .reverter()
                .revert(id, world.snapshotCalled(id, "Good"), java.util.Optional.empty())
                .settle();
        world.services().inventory().snapshots(id).stream()
                .filter(s -> !List.of("Just Imported", "Good").contains(s.name()))
                .forEach(s -> {
                    world.require(id)
                            .mark()
                            .golden(s.id())
                            .ifPresent(g -> world.services().golden().demote(id, g.number()));
                    world.services().snapshots().delete(id, s.id());
                });
        assertThat(world.check()).isEmpty();
    }
}
