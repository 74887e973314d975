package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.console.Encoding;
import io.github.ingotvm.libvirt.LibvirtHypervisor;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.service.Services;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** libvirt is not there, or dies while Ingot works with it. */
class LostLibvirtIT {
    private World world;

    @BeforeEach
    void open() {
        world = World.alone();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aLibvirtThatIsNotThereIsSaidWithWhatToDo() {
        String nowhere = "qemu+unix:///session?socket=" + world.file("no-socket");
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Services.on(LibvirtHypervisor.connect(nowhere), world.locks())
                        .inventory()
                        .machines())
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED))
                .withMessageContaining("libvirt")
                .withMessageContaining("start");
    }

    @Test
    void workGoesOnAfterLibvirtDiedAndMachinesNeverNoticed() {
        MachineId id = world.machine("Steady").id();
        Queue<HypervisorEvent> events = new ConcurrentLinkedQueue<>();
        try (Services.Watch watch = world.services().watch(events::add);
                Guest guest = world.boot(id);
                Viewer viewer = Viewer.of(world.services(), id, Encoding.RAW)) {
            guest.edit(1);
            await("the screen").atMost(Guest.PATIENCE).until(() -> viewer.seen().width() > 0);
            world.libvirt().kill();
            await("the loss")
                    .atMost(Guest.PATIENCE)
                    .until(() -> events.stream().anyMatch(HypervisorEvent.ConnectionLost.class::isInstance));
            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(() -> world.snapshot(id, "Into the void"))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED))
                    .withMessageContaining("libvirt");

            world.libvirt().restart();
            await("the return")
                    .atMost(Guest.PATIENCE)
                    .until(() -> events.stream().anyMatch(HypervisorEvent.ConnectionRestored.class::isInstance));
            assertThat(viewer.isOver()).as("the screen ended").isFalse();
            viewer.type('e');
            try (Viewer another = Viewer.of(world.services(), id, Encoding.RAW)) {
                await("a second screen")
                        .atMost(Guest.PATIENCE)
                        .until(() -> another.seen().width() > 0);
            }
        }
        assertThat(world.require(id).state()).isEqualTo(PowerState.RUNNING);
        try (Guest guest = world.attach(id)) {
            assertThat(guest.statusWhen(s -> s.edits() == 2).boots())
                    .as("the guest ran on, and heard the key")
                    .isEqualTo(1);
            Snapshot live = world.snapshot(id, "Afterwards");
            assertThat(live.name()).isEqualTo("Afterwards");
            guest.powerOff();
        }
        assertThat(world.check()).isEmpty();
    }

    @Test
    void libvirtDyingInTheMiddleOfClonesLosesNothing() throws Exception {
        MachineId id = world.machine("Mould").id();
        Snapshot snapshot = world.snapshot(id, "Good");
        world.services().golden().promote(id, snapshot.id(), "");
        var golden = Layers.goldenBytes(world.require(id));
        AtomicInteger round = new AtomicInteger();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<IngotException> failure = executor.submit(() -> {
                while (true) {
                    try {
                        Work.CLONE.once(world.services(), id, round.incrementAndGet());
                    } catch (IngotException e) {
                        return e;
                    }
                }
            });
            await("work under way").atMost(Guest.PATIENCE).until(() -> round.get() > 2);
            world.libvirt().kill();
            IngotException why = failure.get(60, TimeUnit.SECONDS);
            assertThat(why.kind()).isEqualTo(Kind.DISCONNECTED);
            assertThat(why.getMessage()).contains("libvirt");
        } finally {
            executor.shutdownNow();
        }
        world.libvirt().restart();
        world.reopen();
        assertThat(world.check()).allMatch(f -> f.kind() == Finding.Kind.UNREFERENCED && f.fixable());
        world.services().doctor().fix(Progress.NONE);
        assertThat(world.check()).isEmpty();
        Work.CLONE.once(world.services(), id, 0);
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
    }
}
