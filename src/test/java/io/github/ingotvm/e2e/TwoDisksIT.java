package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two disks belong together in every snapshot, revert and clone. */
class TwoDisksIT {
    private World world;
    private MachineId id;

    @BeforeEach
    void open() {
        world = World.create();
        VirtualMachine machine = world.machine("Database");
        id = machine.id();
        SecondDisk.attach(world, id);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void snapshotsRevertsAndClonesCarryBoth() {
        try (Guest guest = world.boot(id)) {
            assertThat(guest.edit(2).disk2()).hasValue(2);
            guest.powerOff();
        }
        Snapshot both = world.snapshot(id, "Both");
        assertThat(both.hardware().writableDisks()).hasSize(2);
        Snapshot live;
        try (Guest guest = world.boot(id)) {
            assertThat(guest.edit(1).disk2()).hasValue(3);
            live = world.snapshot(id, "Live");
            assertThat(guest.edit(1).disk2()).hasValue(4);
            guest.powerOff();
        }
        world.services().golden().promote(id, both.id(), "");
        Map<String, String> golden = Layers.goldenBytes(world.require(id));
        assertThat(golden).as("the first disk's chain and the second disk").hasSizeGreaterThanOrEqualTo(3);

        saysOnBoth(world.clones(id, "linked").get(0), 2);
        saysOnBoth(
                world.clones(id, new Cloner.From.OfSnapshot(live.id()), false, "of-live")
                        .get(0),
                3);
        VirtualMachine full =
                world.clones(id, new Cloner.From.Golden(), true, "full").get(0);
        saysOnBoth(full, 2);
        assertThat(full.hardware().writableDisks())
                .allSatisfy(
                        d -> assertThat(Layers.chain(d.source().orElseThrow())).hasSize(1));

        world.services().reverter().revert(id, both.id(), Optional.empty()).settle();
        saysOnBoth(world.require(id), 2);
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
        assertThat(world.check()).isEmpty();
    }

    private void saysOnBoth(VirtualMachine machine, int edits) {
        Status status = world.bootedSays(machine.id());
        assertThat(status.edits()).isEqualTo(edits);
        assertThat(status.disk2()).hasValue(edits);
    }
}
