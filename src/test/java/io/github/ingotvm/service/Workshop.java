package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.fake.FakeGuest;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.Foreign;
import io.github.ingotvm.fake.Qcow2;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.work.Ids;
import io.github.ingotvm.service.work.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the services work with: services on a hypervisor in memory, and short ways to the usual things. */
abstract class Workshop {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    final FakeHypervisor fake = new FakeHypervisor();
    final FakeGuest guest = fake.guest();
    final Foreign foreign = fake.foreign();

    private @Nullable Services services;
    private int seed;

    final Services services() {
        if (services == null) {
            use(fake);
        }
        return Objects.requireNonNull(services);
    }

    final void use(Hypervisor hypervisor) {
        services = Services.on(hypervisor, folder, Clock.fixed(NOW, ZoneOffset.UTC), new Ids(new Random(++seed)));
    }

    /** A machine from an image, off, without a snapshot. */
    final VirtualMachine machine(String name) {
        return services().installer().create(importOf(name), Progress.NONE);
    }

    final InstallRequest importOf(String name) {
        return new InstallRequest(
                name,
                new InstallRequest.Source.Image(image()),
                64 * Resources.MIB,
                1,
                0,
                Firmware.BIOS,
                Optional.empty(),
                false,
                false);
    }

    private Path image() {
        try {
            byte[] bytes = Arrays.copyOf(Qcow2.image(Resources.GIB, Optional.empty()), 4096);
            return Files.write(folder.resolve("disk.qcow2"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A UEFI machine with two disks. */
    final VirtualMachine bigMachine(String name) {
        var volumes = fake.volumes();
        MachineSpec spec = new MachineSpec(
                new MachineId(new Ids(new Random(name.hashCode())).uuid()),
                name,
                "",
                64 * Resources.MIB,
                1,
                MachineSpec.Boot.uefi(volumes.pathOf(VolumeNames.nvram(name, "0123456789ab"))),
                Acceleration.TCG,
                List.of(
                        volumes.create(VolumeNames.disk(name, "vda", "0123456789aa"), Resources.GIB)
                                .path(),
                        volumes.create(VolumeNames.disk(name, "vdb", "0123456789ac"), Resources.GIB)
                                .path()),
                List.of(),
                GuestHardware.MODERN,
                OnReboot.RESTART,
                Mark.NONE);
        return now(fake.machines().define(fake.definitions().compose(spec)));
    }

    final VirtualMachine now(MachineId id) {
        return services().inventory().require(id);
    }

    final Snapshot snapshot(VirtualMachine machine, String name) {
        return services().snapshotter().take(machine.id(), new Snapshotter.Request(name));
    }

    final void start(VirtualMachine machine) {
        services().power().start(machine.id());
    }

    final void stop(VirtualMachine machine) {
        services().power().forceOff(machine.id());
    }

    /** Boots, writes, and is off again. */
    final void edit(VirtualMachine machine, String key, String value) {
        start(machine);
        guest.writes(machine.id(), "vda", key, value);
        stop(machine);
    }

    final Map<String, String> disk(VirtualMachine machine) {
        return guest.reads(machine.id(), "vda");
    }

    static void refused(IngotException.Kind kind, String words, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(IngotException.class)
                .hasMessageContaining(words)
                .extracting(e -> ((IngotException) e).kind())
                .isEqualTo(kind);
    }
}
