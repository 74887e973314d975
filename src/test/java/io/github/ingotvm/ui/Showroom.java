package io.github.ingotvm.ui;

import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.install.DemoDisc;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallWatcher;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/** Real machines with the demo guest, in the states that pictures should show. */
final class Showroom {
    static final String MOULD = "Office desktop";
    private static final int KEY_E = 18;

    private final Services services;
    private final Path disc;

    Showroom(Services services, Path folder) {
        this.services = services;
        this.disc = DemoDisc.unpack(folder);
    }

    Path disc() {
        return disc;
    }

    void furnish() {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (InstallWatcher watcher = services.watchInstalls(one, new Quiet())) {
            VirtualMachine office = install(MOULD);
            edit(office, 2);
            promote(
                    office,
                    snapshot(office, "Updates applied", "All security updates until November"),
                    "First release");
            clones(office, false, "web-01", "web-02", "web-03");
            edit(office, 1);
            Snapshot trial = snapshot(office, "Trying the new kernel", "Slower than the old one");
            Snapshot back = services.inventory().resolveSnapshot(office, "Updates applied");
            services.reverter().revert(office.id(), back.id(), Optional.empty()).settle();
            edit(office, 3);
            promote(
                    office,
                    snapshot(office, "Tuned", "Our tools, the proxy, and the printer"),
                    "With our tools and the proxy; after " + trial.name().toLowerCase(java.util.Locale.ROOT));
            clones(office, false, "build-amd64", "lab-firewall");
            clones(office, true, "Accounting");
            VirtualMachine windows = install("Windows of the lab");
            promote(windows, snapshot(windows, "Ready for class", ""), "");
            services.power().forceOff(office.id());
            for (String name : List.of("web-01", "build-amd64", "lab-firewall")) {
                VirtualMachine machine = services.inventory().resolve(name);
                services.power().start(machine.id());
                edit(machine, 1 + name.length() % 4);
            }
            services.power().pause(services.inventory().resolve("lab-firewall").id());
        } finally {
            one.shutdown();
        }
    }

    /** Does to the current golden image what no tool should. */
    void tamper() throws IOException {
        VirtualMachine office = services.inventory().resolve(MOULD);
        Snapshot tuned = services.inventory().resolveSnapshot(office, "Tuned");
        Path layer = Path.of(tuned.hardware().writableDisks().get(0).source().orElseThrow());
        Files.setPosixFilePermissions(layer, PosixFilePermissions.fromString("rw-r--r--"));
        Files.write(layer, new byte[] {0}, StandardOpenOption.APPEND);
    }

    private VirtualMachine install(String name) {
        InstallRequest.Source source = new InstallRequest.Source.Iso(disc);
        Proposal proposal = services.installer().propose(source);
        VirtualMachine made = services.installer()
                .create(
                        new InstallRequest(
                                name,
                                source,
                                proposal.memory(),
                                proposal.cpus(),
                                proposal.disk(),
                                proposal.firmware(),
                                Optional.of(proposal.osId()),
                                true,
                                true),
                        Progress.NONE);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            VirtualMachine now = services.inventory().require(made.id());
            return now.mark().install().state() == Install.State.INSTALLED && now.state() == PowerState.RUNNING;
        });
        return services.inventory().require(made.id());
    }

    /** Presses the guest's edit key; it listens once its picture is there. */
    private void edit(VirtualMachine machine, int times) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> services.power()
                        .screen(machine.id())
                        .filter(p -> p.width() == 800)
                        .isPresent());
        for (int i = 0; i < times; i++) {
            services.power().sendKeys(machine.id(), KEY_E);
        }
    }

    private Snapshot snapshot(VirtualMachine machine, String name, String note) {
        return services.snapshotter().take(machine.id(), new Snapshotter.Request(name, note, false));
    }

    private void promote(VirtualMachine machine, Snapshot snapshot, String note) {
        services.golden().promote(machine.id(), snapshot.id(), note);
    }

    private void clones(VirtualMachine machine, boolean full, String... names) {
        services.cloner()
                .clone(
                        new Cloner.Request(machine.id(), new Cloner.From.Golden(), List.of(names), full, false),
                        Progress.NONE);
    }

    private static final class Quiet implements InstallWatcher.Listener {
        @Override
        public void installed(VirtualMachine machine) {}

        @Override
        public void failed(VirtualMachine machine, io.github.ingotvm.model.IngotException why) {
            throw why;
        }
    }
}
