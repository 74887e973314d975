package io.github.ingotvm.bench;

import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.DemoDisc;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.machines.SerialPort;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What it costs to boot from a chain of many layers: the demo guest, from the command to its first word. */
final class Depth {
    private static final long MIB = 1L << 20;
    private static final int[] DEPTHS = {1, 10, 20};
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Services services;
    private final MachineId guest;

    private Depth(Services services, MachineId guest) {
        this.services = services;
        this.guest = guest;
    }

    static void measure(Services services, Path folder, int rounds, Report report) throws Exception {
        report.title("The demo guest's boot, by the depth of its chain");
        Depth depth = new Depth(services, install(services, folder));
        Samples shallow = new Samples();
        int layers = 1;
        for (int wanted : DEPTHS) {
            for (; layers < wanted; layers++) {
                services.snapshotter().take(depth.guest, new Snapshotter.Request("Layer " + layers));
            }
            Samples boots = new Samples();
            for (int round = 0; round < rounds; round++) {
                boots.time(depth::boot);
                services.power().forceOff(depth.guest);
            }
            shallow = wanted == 1 ? boots : shallow;
            report.beside("depth " + wanted, boots, shallow);
        }
    }

    /** The installed guest, off, on one file of its own. */
    private static MachineId install(Services services, Path folder) {
        MachineId installed = services.installer()
                .create(
                        new InstallRequest(
                                "guest",
                                new InstallRequest.Source.Iso(DemoDisc.unpack(folder)),
                                64 * MIB,
                                1,
                                64 * MIB,
                                Firmware.BIOS,
                                Optional.empty(),
                                false,
                                true),
                        Progress.NONE)
                .id();
        // Without the snapshot at its end the installation is over when the installer has stopped its machine.
        await().atMost(PATIENCE)
                .until(() -> services.inventory().require(installed).state() == PowerState.OFF);
        services.installs().markInstalled(installed);
        return installed;
    }

    private void boot() throws Exception {
        services.power().start(guest);
        CountDownLatch spoke = new CountDownLatch(1);
        StringBuilder said = new StringBuilder();
        try (SerialPort port = services.power().serial(guest, bytes -> {
            said.append(new String(bytes, StandardCharsets.ISO_8859_1));
            if (said.indexOf("boots=") >= 0) {
                spoke.countDown();
            }
        })) {
            if (!spoke.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the guest did not boot; it said:\n" + said);
            }
        }
    }
}
