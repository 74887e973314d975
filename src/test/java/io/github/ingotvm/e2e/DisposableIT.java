package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.DisposableWatcher;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A disposable clone vanishes with its files when it stops, whatever is killed meanwhile: Ingot, QEMU or libvirt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before all tests.
class DisposableIT {
    private static final long SEED = Long.getLong("ingot.seed", System.nanoTime());
    private static final int EDITS = 2;

    private World world;
    private MachineId id;
    private Set<String> files;

    @BeforeAll
    void prepareAGoldenImage() {
        world = World.alone();
        id = world.machine("Mould").id();
        try (Guest guest = world.boot(id)) {
            guest.edit(EDITS);
            guest.powerOff();
        }
        world.services().golden().promote(id, world.snapshot(id, "Good").id(), "");
        files = world.files();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(world.services().inventory().machines())
                .extracting(VirtualMachine::id)
                .containsExactly(id);
        assertThat(world.files()).isEqualTo(files);
        assertThat(world.check()).isEmpty();
    }

    private VirtualMachine run(String name) {
        return world.services().disposables().run(id, new From.Golden(), name);
    }

    /** An Ingot that watches, as the window does, until everything of disposable clones is gone. */
    private void awaitNothingLeft(Runnable meanwhile) {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (DisposableWatcher watcher = world.services().watchDisposables(executor)) {
            meanwhile.run();
            await("that nothing is left")
                    .atMost(Guest.PATIENCE)
                    .until(() -> world.files().equals(files));
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void restartsAsOftenAsItLikesAndVanishesWhenItPowersOff() {
        awaitNothingLeft(() -> {
            VirtualMachine clone = run("Passing");
            try (Guest guest = world.attach(clone.id())) {
                assertThat(guest.edit(1).edits()).isEqualTo(EDITS + 1);
                int boots = guest.status().boots();
                guest.restart();
                assertThat(guest.statusWhen(s -> s.boots() == boots + 1).edits())
                        .isEqualTo(EDITS + 1);
                assertThat(world.require(clone.id()).state()).isEqualTo(PowerState.RUNNING);
                guest.beginPowerOff();
            }
        });
    }

    @Test
    void vanishesWhenItsQemuIsKilled() {
        awaitNothingLeft(() -> {
            VirtualMachine clone = run("Passing");
            world.libvirt().killMachine(clone.name());
        });
    }

    @Test
    void outlivesLibvirtAndVanishesWhenItEndsWithoutIt() {
        VirtualMachine clone = run("Passing");
        VirtualMachine other = run("Passing too");
        world.libvirt().kill();
        world.libvirt().killMachine(other.name());
        world.libvirt().restart();
        world.reopen();
        assertThat(world.services().inventory().find(other.id())).isEmpty();
        VirtualMachine still = world.require(clone.id());
        assertThat(still.state()).isEqualTo(PowerState.RUNNING);
        assertThat(still.isDisposable()).isTrue();

        awaitNothingLeft(() -> world.services().power().forceOff(clone.id()));
    }

    @Test
    void nothingIsLeftOfWhatAKilledIngotHadBegun() throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < 3; kill++) {
            Victim.killAfter(world, Work.DISPOSABLE, id, random.nextInt(500));
            // libvirt may still be at the dead one's last call.
            await("that nothing is left, -Dingot.seed=" + SEED)
                    .atMost(Guest.PATIENCE)
                    .until(() -> {
                        world.services().inventory().machines().stream()
                                .filter(VirtualMachine::isDisposable)
                                .forEach(m -> world.services().power().forceOff(m.id()));
                        world.services().disposables().sweep(Duration.ZERO);
                        return world.files().equals(files);
                    });
        }
    }

    @Test
    void whatIsKeptHasEverythingAndOutlivesItsShutdown() {
        VirtualMachine clone = run("Passing");
        try (Guest guest = world.attach(clone.id())) {
            guest.edit(1);
            world.services().disposables().keep(clone.id());
            guest.powerOff();
        }
        world.services().disposables().sweep(Duration.ZERO);
        assertThat(world.bootedSays(clone.id()).edits()).isEqualTo(EDITS + 1);
        assertThat(world.check()).isEmpty();
        world.delete(clone.id());
    }
}
