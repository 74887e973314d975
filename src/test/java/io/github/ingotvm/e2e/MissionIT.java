package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Nic;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.snapshots.Reverted;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mission's path, from the disc to clones and back to an empty pool. */
class MissionIT {
    private World world;

    @BeforeEach
    void open() {
        world = World.create();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void leadsFromAnIsoToGoldenToClonesAndBack() {
        VirtualMachine installed = world.install("Standard desk", Firmware.BIOS);
        MachineId id = installed.id();
        assertThat(installed.state()).isEqualTo(PowerState.RUNNING);
        assertThat(world.snapshotNames(id)).containsExactly("Just Installed");
        assertThat(installed.hardware().disks())
                .filteredOn(d -> !d.isWritableDisk())
                .allMatch(d -> d.source().isEmpty(), "the medium is out");

        try (Guest guest = world.attach(id)) {
            assertThat(guest.status().boots()).isEqualTo(1);
            assertThat(guest.edit(2).edits()).isEqualTo(2);
            guest.powerOff();
        }
        world.snapshot(id, "Tuned");
        try (Guest guest = world.boot(id)) {
            assertThat(guest.status().boots()).isEqualTo(2);
            assertThat(guest.edit(1).edits()).isEqualTo(3);
            guest.powerOff();
        }

        world.services().golden().promote(id, world.snapshotCalled(id, "Tuned"), "fine-tuned");
        Map<String, String> golden = Layers.goldenBytes(world.require(id));
        List<VirtualMachine> clones = world.clones(id, "web-01", "web-02", "web-03");
        clonesAreMachinesOfTheirOwn(world.require(id), clones);
        clonesHaveTheGoldensEdits(clones);

        Reverted reverted =
                world.services().reverter().revert(id, world.snapshotCalled(id, "Just Installed"), Optional.empty());
        assertThat(world.bootedSays(id).edits()).as("the edits are gone").isZero();
        reverted.undo();
        Status again = world.bootedSays(id);
        assertThat(again.edits()).as("the edits are back").isEqualTo(3);
        assertThat(again.boots()).isEqualTo(3);

        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> world.delete(id))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(IngotException.Kind.IN_USE);
                    assertThat(e.dependants()).containsExactlyInAnyOrder("web-01", "web-02", "web-03");
                });
        VirtualMachine full =
                world.clones(id, new Cloner.From.Golden(), true, "keeper").get(0);
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
        assertThat(world.check()).isEmpty();

        clones.forEach(c -> world.delete(c.id()));
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
        world.delete(id);
        assertThat(world.bootedSays(full.id()).edits())
                .as("a full clone depends on nothing")
                .isEqualTo(2);
        world.delete(full.id());
        assertThat(world.files()).as("nothing is left behind").isEmpty();
    }

    private static void clonesAreMachinesOfTheirOwn(VirtualMachine golden, List<VirtualMachine> clones) {
        Set<String> macs =
                new HashSet<>(golden.hardware().nics().stream().map(Nic::mac).toList());
        Set<MachineId> ids = new HashSet<>(Set.of(golden.id()));
        for (VirtualMachine clone : clones) {
            assertThat(ids.add(clone.id())).as("a UUID of its own").isTrue();
            assertThat(clone.hardware().nics())
                    .isNotEmpty()
                    .allSatisfy(nic -> assertThat(macs.add(nic.mac()))
                            .as("a hardware address of its own")
                            .isTrue());
            assertThat(clone.mark().lineage()).hasValueSatisfying(lineage -> {
                assertThat(lineage.source()).isEqualTo(golden.id());
                assertThat(lineage.snapshotName()).isEqualTo("Tuned");
                assertThat(lineage.version()).hasValue(1);
                assertThat(lineage.linked()).isTrue();
            });
        }
    }

    /** All at once, on the layer that they share. */
    private void clonesHaveTheGoldensEdits(List<VirtualMachine> clones) {
        List<Guest> guests = clones.stream().map(c -> world.boot(c.id())).toList();
        for (int i = 0; i < guests.size(); i++) {
            Guest guest = guests.get(i);
            Status first = guest.status();
            assertThat(first.edits()).isEqualTo(2);
            assertThat(first.boots()).isEqualTo(2);
            assertThat(guest.edit(i + 1).edits()).as("its own edits").isEqualTo(2 + i + 1);
        }
        guests.forEach(Guest::powerOff);
    }
}
