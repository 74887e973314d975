package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.fake.Crash;
import io.github.ingotvm.fake.Crashing;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With UEFI the firmware's variables belong to a machine's state; the guest counts its boots in them, too. */
class UefiIT {
    private World world;

    @BeforeEach
    void open() {
        world = World.create();
        assumeTrue(world.services().host().uefi(), "this host has no UEFI firmware for machines");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theFirmwaresVariablesGoWithSnapshotsRevertsAndClones() {
        VirtualMachine machine = world.install("Modern", Firmware.UEFI);
        MachineId id = machine.id();
        try (Guest guest = world.attach(id)) {
            Status first = guest.statusWhen(s -> s.nvram().isPresent());
            assertThat(first.nvram()).hasValue(1);
            guest.edit(1);
            guest.powerOff();
        }
        Snapshot tuned = world.snapshot(id, "Tuned");
        world.services().golden().promote(id, tuned.id(), "");
        Map<String, String> golden = Layers.goldenBytes(world.require(id));

        Snapshot moment;
        try (Guest guest = world.boot(id)) {
            assertThat(guest.status().nvram()).hasValue(2);
            guest.edit(1);
            interruptASnapshot(id);
            guest.remember();
            moment = world.snapshotWithMemory(id, "Moment");
            guest.powerOff();
        }

        VirtualMachine clone = world.clones(id, "modern clone").get(0);
        assertThat(clone.hardware().nvram())
                .isPresent()
                .isNotEqualTo(machine.hardware().nvram());
        Status cloned = world.bootedSays(clone.id());
        assertThat(cloned.nvram()).as("the golden's variables, counted on").hasValue(2);
        assertThat(cloned.edits()).isEqualTo(1);
        world.services().golden().promote(id, moment.id(), "");
        assertThat(world.services()
                        .refresher()
                        .refresh(List.of(clone.id()), new To.Current(), Running.REFUSE, Progress.NONE))
                .allMatch(o -> o.failure().isEmpty());
        Status updated = world.bootedSays(clone.id());
        assertThat(updated.nvram()).as("the second version's, counted on").hasValue(3);
        assertThat(updated.edits()).isEqualTo(2);

        world.services().reverter().revert(id, tuned.id(), Optional.empty()).settle();
        Status reverted = world.bootedSays(id);
        assertThat(reverted.nvram()).as("the snapshot's variables, counted on").hasValue(2);
        assertThat(reverted.edits()).isEqualTo(1);

        world.services().reverter().revert(id, moment.id(), Optional.empty()).settle();
        try (Guest guest = world.attach(id)) {
            Status now = guest.status();
            assertThat(now.ram()).isEqualTo(1);
            assertThat(now.nvram()).hasValue(2);
            assertThat(now.edits()).isEqualTo(2);
            guest.powerOff();
        }
        assertThat(world.bootedSays(id).nvram()).hasValue(3);

        aDisposableCloneHasThemTooAndLeavesNone(id);
        assertThat(Layers.goldenBytes(world.require(id))).containsAllEntriesOf(golden);
        assertThat(world.check()).isEmpty();
        world.deleteEverything();
        assertThat(world.files()).as("no variables are left behind").isEmpty();
    }

    private void aDisposableCloneHasThemTooAndLeavesNone(MachineId id) {
        Set<String> files = world.files();
        VirtualMachine passing = world.services().disposables().run(id, new From.Golden(), "passing");
        try (Guest guest = world.attach(passing.id())) {
            assertThat(guest.statusWhen(s -> s.nvram().isPresent()).nvram())
                    .as("the current version's, counted on")
                    .hasValue(3);
        }
        world.services().power().forceOff(passing.id());
        world.services().disposables().sweep(Duration.ZERO);
        assertThat(world.files()).isEqualTo(files);
    }

    /** Ingot ends while the guest stands still for a snapshot; Check lets it go on. */
    private void interruptASnapshot(MachineId id) {
        int suspended = 3; // after the overlay and the mark
        try (Hypervisor own = world.libvirt().connect()) {
            Services dying = Services.on(Crashing.after(suspended, own).hypervisor(), world.locks());
            assertThatThrownBy(() -> dying.snapshotter().take(id, new Snapshotter.Request("Interrupted")))
                    .isInstanceOf(Crash.class);
        }
        assertThat(world.require(id).state()).isEqualTo(PowerState.PAUSED);
        assertThat(world.check()).extracting(Finding::kind).contains(Finding.Kind.LEFT_PAUSED);
        world.services().doctor().fix(Progress.NONE);
        assertThat(world.require(id).state()).isEqualTo(PowerState.RUNNING);
        assertThat(world.check()).isEmpty();
    }
}
