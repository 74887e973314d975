package io.github.ingotvm.ui;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.HypervisorEvent.ConnectionLost;
import io.github.ingotvm.model.HypervisorEvent.ConnectionRestored;
import io.github.ingotvm.model.HypervisorEvent.MachineChanged;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.DisposableWatcher;
import io.github.ingotvm.service.golden.SealWatcher;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.service.install.InstallWatcher;
import io.github.ingotvm.ui.common.Background;
import io.github.ingotvm.ui.common.Connection;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Notice;
import io.github.ingotvm.ui.common.Tools;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Keeps the window up to date with what happens on the connection, and lets installations go on. */
final class Live implements AutoCloseable {
    private final Services services;
    private final MachineStore store;
    private final Connection connection;
    private final Tools tools;
    private final ExecutorService installs = Executors.newSingleThreadExecutor(Background.daemons("ingot-installs"));
    private final ExecutorService seals = Executors.newSingleThreadExecutor(Background.daemons("ingot-seals"));
    private final DiskWatch disk;
    private final ExecutorService sweeps = Executors.newSingleThreadExecutor(Background.daemons("ingot-disposables"));
    private Consumer<VirtualMachine> showSnapshots = m -> {};
    private Optional<Services.Watch> watch = Optional.empty();
    private Optional<InstallWatcher> installWatch = Optional.empty();
    private Optional<SealWatcher> sealWatch = Optional.empty();
    private Optional<DisposableWatcher> disposableWatch = Optional.empty();

    Live(Services services, MachineStore store, Connection connection, Tools tools) {
        this.services = services;
        this.store = store;
        this.connection = connection;
        this.tools = tools;
        this.disk = new DiskWatch(tools);
    }

    /** @param action what is offered when a machine has just been installed */
    void onInstalled(Consumer<VirtualMachine> action) {
        showSnapshots = action;
    }

    void start() {
        tools.background()
                .run(
                        () -> services.watch(this::on),
                        w -> {
                            watch = Optional.of(w);
                            // What happened before the events were listened to.
                            store.reload(tools.notices()::error);
                        },
                        tools.notices()::error);
        tools.background()
                .run(
                        () -> services.watchInstalls(installs, listener()),
                        w -> installWatch = Optional.of(w),
                        tools.notices()::error);
        disk.start(services);
        tools.background()
                .run(
                        () -> services.watchSeals(seals, sealing()),
                        w -> sealWatch = Optional.of(w),
                        tools.notices()::error);
        tools.background()
                .run(
                        () -> services.watchDisposables(sweeps),
                        w -> disposableWatch = Optional.of(w),
                        tools.notices()::error);
    }

    private SealWatcher.Listener sealing() {
        return new SealWatcher.Listener() {
            @Override
            public void sealing(long left, double fraction) {
                Platform.runLater(() -> connection.unsealed().set(left - Math.max(0, fraction)));
            }

            @Override
            public void rested() {
                Platform.runLater(() -> connection.unsealed().set(0));
            }
        };
    }

    void readHost() {
        tools.background().run(services::host, this::show, e -> {});
    }

    private void show(HostView host) {
        String about = host.version() + "\n" + Formats.count(host.cpus(), "CPU", "CPUs") + ", "
                + Formats.size(host.memory()) + " memory, " + Formats.size(host.free()) + " free for disks";
        connection
                .host()
                .set(Optional.of(
                        new Connection.Host(host.uri(), about, host.acceleration() == Acceleration.TCG, host.note())));
    }

    private void on(HypervisorEvent event) {
        if (event instanceof MachineChanged changed) {
            store.changed(changed.id());
        } else if (event instanceof ConnectionLost) {
            Platform.runLater(() -> connection.lost().set(true));
        } else if (event instanceof ConnectionRestored) {
            Platform.runLater(() -> {
                connection.lost().set(false);
                store.reload(tools.notices()::error);
                readHost();
                tools.notices().good("The connection is back.");
            });
        }
    }

    private InstallWatcher.Listener listener() {
        return new InstallWatcher.Listener() {
            @Override
            public void installed(VirtualMachine machine) {
                Platform.runLater(() -> tools.notices()
                        .good(
                                Formats.brief(machine.displayName()) + " is installed.",
                                new Notice.Action("Show Snapshots", () -> showSnapshots.accept(machine))));
            }

            @Override
            public void failed(VirtualMachine machine, IngotException why) {
                Platform.runLater(() -> tools.notices().error(why));
            }
        };
    }

    @Override
    public void close() {
        watch.ifPresent(Services.Watch::close);
        installWatch.ifPresent(InstallWatcher::close);
        sealWatch.ifPresent(SealWatcher::close);
        disposableWatch.ifPresent(DisposableWatcher::close);
        sweeps.shutdown();
        installs.shutdown();
        seals.shutdown();
        disk.close();
    }
}
