package io.github.ingotvm.e2e;

import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallWatcher;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.linux.LinuxMachine;
import io.github.ingotvm.testkit.linux.LinuxShell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A libvirt of its own with Ingot on it, and the small words that stories are told in. */
final class World implements AutoCloseable {
    static final long MIB = 1L << 20;
    private static final long DISK = 64 * MIB;

    private final PrivateLibvirt libvirt;
    private final boolean own;
    private final Path folder;
    private Services services;

    private World(PrivateLibvirt libvirt, boolean own) {
        this.libvirt = libvirt;
        this.own = own;
        this.folder = Folders.create("world");
        this.services = Services.on(libvirt.connect(), folder.resolve("locks"));
    }

    /** On the libvirt that all such worlds use one after the other: starting one takes seconds. */
    static World create() {
        return new World(SharedLibvirt.get(), false);
    }

    /** On a libvirt that may be killed. */
    static World alone() {
        return new World(PrivateLibvirt.start(), true);
    }

    /** On a host without QEMU. */
    static World withoutQemu() {
        return new World(PrivateLibvirt.startWithoutQemu(), true);
    }

    PrivateLibvirt libvirt() {
        return libvirt;
    }

    Services services() {
        return services;
    }

    Path locks() {
        return folder.resolve("locks");
    }

    Virsh virsh() {
        return new Virsh(libvirt.uri());
    }

    /** Ends Ingot and starts it anew. */
    void reopen() {
        services.close();
        services = Services.on(libvirt.connect(), locks());
    }

    /** A file of the test's own that libvirt can read. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Makes a machine from the demo guest's installer and starts it; its installation goes on as soon as somebody watches. */
    VirtualMachine startInstalling(String name, Firmware firmware) {
        return services.installer()
                .create(
                        new InstallRequest(
                                name,
                                new InstallRequest.Source.Iso(Demo.iso(folder)),
                                memory(firmware),
                                1,
                                DISK,
                                firmware,
                                Optional.empty(),
                                true,
                                true),
                        Progress.NONE);
    }

    /** OVMF needs more than the guest does. */
    private static long memory(Firmware firmware) {
        return firmware == Firmware.UEFI ? 128 * MIB : 64 * MIB;
    }

    /** Installs the demo guest; <em>Just Installed</em> has been taken and the installed system runs when this returns. */
    VirtualMachine install(String name, Firmware firmware) {
        VirtualMachine machine = startInstalling(name, firmware);
        letInstallationsEnd();
        return require(machine.id());
    }

    /** Watches until no installation is under way. */
    void letInstallationsEnd() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        List<IngotException> failures = new CopyOnWriteArrayList<>();
        List<VirtualMachine> installed = new CopyOnWriteArrayList<>();
        InstallWatcher.Listener listener = new InstallWatcher.Listener() {
            @Override
            public void installed(VirtualMachine machine) {
                installed.add(machine);
            }

            @Override
            public void failed(VirtualMachine machine, IngotException why) {
                failures.add(why);
            }
        };
        Set<MachineId> waiting = services.inventory().machines().stream()
                .filter(m -> m.mark().install().isUnderWay())
                .map(VirtualMachine::id)
                .collect(Collectors.toSet());
        try (InstallWatcher watcher = services.watchInstalls(executor, listener)) {
            await("the end of the installation")
                    .atMost(Guest.PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .failFast(() -> {
                        if (!failures.isEmpty()) {
                            throw new AssertionError(failures.get(0));
                        }
                    })
                    .until(() -> installed.stream()
                            .map(VirtualMachine::id)
                            .collect(Collectors.toSet())
                            .containsAll(waiting));
        } finally {
            executor.shutdown();
        }
    }

    /** A machine with the demo guest installed, off, by way of an image: quicker than installing again. */
    VirtualMachine machine(String name) {
        return machine(name, Demo.disk());
    }

    VirtualMachine machine(String name, Path image) {
        return services.installer()
                .create(
                        new InstallRequest(
                                name,
                                new InstallRequest.Source.Image(image),
                                memory(Firmware.BIOS),
                                1,
                                0,
                                Firmware.BIOS,
                                Optional.empty(),
                                true,
                                false),
                        Progress.NONE);
    }

    /** A machine that runs Linux, off, with an empty disk. */
    VirtualMachine linux(String name) {
        return LinuxMachine.make(services, libvirt, name);
    }

    /** Starts a machine that runs Linux and waits for its shell. */
    LinuxShell bootLinux(MachineId id) {
        return LinuxShell.boot(services, id);
    }

    VirtualMachine require(MachineId id) {
        return services.inventory().require(id);
    }

    /** Starts a machine and listens to it. */
    Guest boot(MachineId id) {
        services.power().start(id);
        return attach(id);
    }

    /** Listens to a machine that runs. */
    Guest attach(MachineId id) {
        return Guest.attach(services, id);
    }

    /** Boots a machine, hears its first word, and turns it off again. */
    Status bootedSays(MachineId id) {
        try (Guest guest = boot(id)) {
            Status status = guest.status();
            guest.powerOff();
            return status;
        }
    }

    Snapshot snapshot(MachineId id, String name) {
        return services.snapshotter().take(id, new Snapshotter.Request(name));
    }

    Snapshot snapshotWithMemory(MachineId id, String name) {
        return services.snapshotter().take(id, new Snapshotter.Request(name, "", true));
    }

    SnapshotId snapshotCalled(MachineId id, String name) {
        return services.inventory().resolveSnapshot(require(id), name).id();
    }

    List<String> snapshotNames(MachineId id) {
        return services.snapshots().tree(id).stream()
                .map(n -> n.snapshot().name())
                .toList();
    }

    List<VirtualMachine> clones(MachineId source, String... names) {
        return clones(source, new Cloner.From.Golden(), false, names);
    }

    List<VirtualMachine> clones(MachineId source, Cloner.From from, boolean full, String... names) {
        return services.cloner().clone(new Cloner.Request(source, from, List.of(names), full, false), Progress.NONE);
    }

    void delete(MachineId id) {
        services.lifecycle().delete(id).commit();
    }

    void deleteEverything() {
        services.inventory().machines().stream()
                .filter(m -> m.state().isActive())
                .forEach(m -> services.power().forceOff(m.id()));
        List<VirtualMachine> left = services.inventory().machines();
        while (!left.isEmpty()) {
            for (VirtualMachine machine : left) {
                try {
                    delete(machine.id());
                } catch (IngotException e) {
                    if (e.kind() != IngotException.Kind.IN_USE) {
                        throw e;
                    }
                }
            }
            int before = left.size();
            left = services.inventory().machines();
            if (left.size() == before) {
                throw new AssertionError("none of these can be deleted: " + left);
            }
        }
    }

    List<Finding> check() {
        return services.doctor().check();
    }

    /** Names of the files in Ingot's pool folder, as the file system has them. */
    Set<String> files() {
        if (!Files.exists(libvirt.poolDir())) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(libvirt.poolDir())) {
            return files.map(f -> String.valueOf(f.getFileName())).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        services.close();
        if (own) {
            libvirt.close();
        } else {
            SharedLibvirt.wipe();
        }
        Folders.delete(folder);
    }
}
