package io.github.ingotvm.ui;

import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Cloner;
import io.github.ingotvm.service.DemoDisc;
import io.github.ingotvm.service.Installer;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.Snapshotter;
import io.github.ingotvm.testkit.PrivateLibvirt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.testfx.api.FxToolkit;

/** Pictures of the dashboard and of a machine's screen, with real machines on a libvirt of its own. Argument: the folder for the pictures. */
final class RealDashboard {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private RealDashboard() {}

    public static void main(String[] args) throws IOException, TimeoutException {
        Path folder = Files.createTempDirectory("ingot-pictures");
        FxToolkit.registerPrimaryStage();
        try (PrivateLibvirt libvirt = PrivateLibvirt.start();
                Services services = Services.on(libvirt.connect(), folder.resolve("locks"))) {
            furnish(services, DemoDisc.unpack(libvirt.shared()));
            for (String theme : List.of("light", "dark")) {
                Path mine = Files.createDirectories(folder.resolve(theme));
                Files.writeString(mine.resolve("window.properties"), "theme=" + theme + "\n");
                String name = theme.equals("dark") ? "dashboard-dark.png" : "dashboard.png";
                try (WindowRig rig = WindowRig.open(
                        () -> Services.on(libvirt.connect(), folder.resolve("locks")), mine, 1160, 760)) {
                    await().atMost(PATIENCE)
                            .until(() -> rig.robot().lookup("web-03").tryQuery().isPresent());
                    // Thumbnails come with their first round.
                    rig.robot().sleep(6000);
                    rig.picture(Path.of(args[0]).resolve(name));
                    if (theme.equals("light")) {
                        rig.robot().doubleClickOn("web-03").sleep(4000);
                        rig.picture(Path.of(args[0]).resolve("machine.png"));
                    }
                }
            }
            services.inventory().machines().stream()
                    .filter(m -> m.state().isActive())
                    .forEach(m -> services.power().forceOff(m.id()));
        }
        javafx.application.Platform.exit();
    }

    private static void furnish(Services services, Path disc) {
        VirtualMachine golden = services.installer()
                .create(
                        new Installer.Request(
                                "Office desktop",
                                new Installer.Source.Iso(disc),
                                64L << 20,
                                1,
                                1L << 30,
                                Firmware.BIOS,
                                Optional.empty(),
                                true,
                                true),
                        Progress.NONE);
        await().atMost(PATIENCE)
                .until(() -> services.installs().settle(golden.id()).isPresent());
        seen(services, golden.id());
        services.power().forceOff(golden.id());
        promote(services, golden.id(), "Tuned");
        clone(services, golden.id(), "web-01", "web-02");
        promote(services, golden.id(), "With our tools");
        clone(services, golden.id(), "web-03", "Büro & Söhne");
        for (VirtualMachine machine : services.inventory().machines()) {
            if (machine.mark().lineage().isPresent() && !machine.name().equals("web-02")) {
                services.power().start(machine.id());
                seen(services, machine.id());
            }
        }
    }

    private static void promote(Services services, MachineId id, String name) {
        Snapshot snapshot = services.snapshotter().take(id, new Snapshotter.Request(name));
        services.golden().promote(id, snapshot.id(), "");
    }

    private static void clone(Services services, MachineId id, String... names) {
        services.cloner()
                .clone(new Cloner.Request(id, new Cloner.From.Golden(), List.of(names), false, false), Progress.NONE);
    }

    /** Waits until its system is up: its picture is 800 by 600. */
    private static void seen(Services services, MachineId id) {
        await().atMost(PATIENCE)
                .until(() -> services.inventory().require(id).state() == PowerState.RUNNING
                        && services.power().screen(id).map(Picture::width).orElse(0) == 800);
    }
}
