package io.github.ingotvm.service;

import io.github.ingotvm.history.History;
import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.hypervisor.Events.Subscription;
import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.osinfo.OsLibrary;
import io.github.ingotvm.service.check.Doctor;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.DisposableWatcher;
import io.github.ingotvm.service.clones.Disposables;
import io.github.ingotvm.service.clones.Refresher;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.context.Inventory;
import io.github.ingotvm.service.exchange.GoldenExporter;
import io.github.ingotvm.service.exchange.GoldenImporter;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.golden.GoldenVersions;
import io.github.ingotvm.service.golden.GuestFiles;
import io.github.ingotvm.service.golden.SealWatcher;
import io.github.ingotvm.service.golden.Sealer;
import io.github.ingotvm.service.golden.Verifier;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.service.install.InstallTracker;
import io.github.ingotvm.service.install.InstallWatcher;
import io.github.ingotvm.service.install.Installer;
import io.github.ingotvm.service.install.Systems;
import io.github.ingotvm.service.install.Unattended;
import io.github.ingotvm.service.machines.DataDisks;
import io.github.ingotvm.service.machines.Lifecycle;
import io.github.ingotvm.service.machines.PowerControl;
import io.github.ingotvm.service.restore.GoldenRestorer;
import io.github.ingotvm.service.screen.ScreenAccess;
import io.github.ingotvm.service.snapshots.Reverter;
import io.github.ingotvm.service.snapshots.SnapshotCare;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.space.Compactor;
import io.github.ingotvm.service.space.Detacher;
import io.github.ingotvm.service.space.FileUse;
import io.github.ingotvm.service.space.SpaceAccount;
import io.github.ingotvm.service.space.SpaceGuard;
import io.github.ingotvm.service.work.Helpers;
import io.github.ingotvm.service.work.Ids;
import io.github.ingotvm.service.work.Programs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** Everything that Ingot can do on one connection: what the window and the command line are two faces of. */
public final class Services implements AutoCloseable {
    private final Context context;
    private final History history;
    private final Inventory inventory;
    private final PowerControl power;
    private final Snapshotter snapshotter;
    private final SnapshotCare snapshots;
    private final Reverter reverter;
    private final GoldenImages golden;
    private final GoldenVersions versions;
    private final Sealer sealer;
    private final Verifier verifier;
    private final GoldenRestorer restorer;
    private final GoldenExporter exporter;
    private final GoldenImporter importer;
    private final SpaceAccount space;
    private final Compactor compactor;
    private final Detacher detacher;
    private final Cloner cloner;
    private final Disposables disposables;
    private final Refresher refresher;
    private final Lifecycle lifecycle;
    private final DataDisks disks;
    private final Systems systems;
    private final Unattended unattended;
    private final Installer installer;
    private final InstallTracker installs;
    private final Doctor doctor;
    private final FileUse fileUse;
    private final GuestFiles guestFiles;
    private final ScreenAccess screens;

    private Services(Context context, Programs programs, History history) {
        this.history = history;
        this.context = context;
        this.inventory = context.inventory();
        this.power = new PowerControl(context);
        this.snapshotter = new Snapshotter(context);
        this.snapshots = new SnapshotCare(context);
        this.reverter = new Reverter(context, snapshotter);
        this.golden = new GoldenImages(context);
        this.versions = new GoldenVersions(context, golden, snapshots);
        this.sealer = new Sealer(context);
        this.verifier = new Verifier(context, sealer);
        this.restorer = new GoldenRestorer(context);
        this.exporter = new GoldenExporter(context);
        this.space = new SpaceAccount(context);
        this.compactor = new Compactor(context);
        this.detacher = new Detacher(context);
        this.cloner = new Cloner(context, snapshotter);
        this.disposables = new Disposables(context, cloner);
        this.refresher = new Refresher(context);
        this.lifecycle = new Lifecycle(context);
        this.disks = new DataDisks(context);
        this.systems = new Systems(context.systems());
        this.unattended = new Unattended(systems);
        this.installer = new Installer(context, snapshotter, systems);
        this.importer = new GoldenImporter(context, installer, snapshotter, golden, lifecycle);
        this.installs = new InstallTracker(context, snapshotter);
        this.doctor = new Doctor(context);
        this.fileUse = new FileUse(context);
        this.guestFiles = new GuestFiles(context, programs);
        this.screens = new ScreenAccess(context, programs);
    }

    /**
     * @param lockFolder where lock files live, one folder for each connection; made when needed
     * @param systems the operating systems that are recognised
     * @param history where what is done is written down
     */
    public static Services on(Hypervisor hypervisor, Path lockFolder, OsLibrary systems, History history) {
        Hypervisor recorded = history.recording(hypervisor);
        return new Services(
                Context.of(recorded, lockFolder, Clock.systemUTC(), Ids.secure(), systems, Helpers.threads()),
                Programs.onPath(),
                history);
    }

    /** The same with the systems that Ingot knows by itself, whatever computer this is, and without a history. */
    public static Services on(Hypervisor hypervisor, Path lockFolder) {
        return on(hypervisor, lockFolder, OsLibrary.builtIn(), History.none());
    }

    /** The same with other programs than those of this computer, for tests. */
    public static Services on(Hypervisor hypervisor, Path lockFolder, Programs programs) {
        Context context = Context.of(
                hypervisor, lockFolder, Clock.systemUTC(), Ids.secure(), OsLibrary.builtIn(), Helpers.threads());
        return new Services(context, programs, History.none());
    }

    /** The same with a clock and ids of the caller's, and all work in one order on the caller's thread, for tests. */
    public static Services on(Hypervisor hypervisor, Path lockFolder, Clock clock, Ids ids) {
        return new Services(
                Context.of(hypervisor, lockFolder, clock, ids, OsLibrary.builtIn(), Runnable::run),
                Programs.onPath(),
                History.none());
    }

    /** What happened. */
    public History history() {
        return history;
    }

    public Inventory inventory() {
        return inventory;
    }

    public PowerControl power() {
        return power;
    }

    public Snapshotter snapshotter() {
        return snapshotter;
    }

    public SnapshotCare snapshots() {
        return snapshots;
    }

    public Reverter reverter() {
        return reverter;
    }

    public GoldenImages golden() {
        return golden;
    }

    public GoldenVersions versions() {
        return versions;
    }

    public Sealer sealer() {
        return sealer;
    }

    public Verifier verifier() {
        return verifier;
    }

    public GoldenRestorer restorer() {
        return restorer;
    }

    public GoldenExporter exporter() {
        return exporter;
    }

    public GoldenImporter importer() {
        return importer;
    }

    public SpaceAccount space() {
        return space;
    }

    public Compactor compactor() {
        return compactor;
    }

    public Detacher detacher() {
        return detacher;
    }

    public Cloner cloner() {
        return cloner;
    }

    public Disposables disposables() {
        return disposables;
    }

    public Refresher refresher() {
        return refresher;
    }

    public DataDisks disks() {
        return disks;
    }

    public Lifecycle lifecycle() {
        return lifecycle;
    }

    public Systems systems() {
        return systems;
    }

    public Unattended unattended() {
        return unattended;
    }

    public Installer installer() {
        return installer;
    }

    public InstallTracker installs() {
        return installs;
    }

    public Doctor doctor() {
        return doctor;
    }

    public GuestFiles guestFiles() {
        return guestFiles;
    }

    public FileUse fileUse() {
        return fileUse;
    }

    public ScreenAccess screens() {
        return screens;
    }

    /** The host as it is now. */
    public HostView host() {
        Host.Facts facts = context.hypervisor().host().facts();
        return new HostView(
                context.hypervisor().uri(),
                facts.version(),
                facts.cpus(),
                facts.memory(),
                facts.acceleration(),
                facts.accelerationNote(),
                facts.capabilities().contains(Capability.UEFI),
                facts.capabilities().contains(Capability.SECURE_BOOT),
                facts.capabilities().contains(Capability.TPM),
                context.hypervisor().volumes().ownPool().free());
    }

    /** Calls the listener for every event until closed; one at a time, on a thread of the connection's. */
    public Watch watch(Consumer<HypervisorEvent> listener) {
        Subscription subscription = context.hypervisor().events().subscribe(listener);
        return subscription::close;
    }

    /** A subscription to events. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Lets installations go on by themselves until closed. The executor runs one task at a time. */
    public InstallWatcher watchInstalls(Executor executor, InstallWatcher.Listener listener) {
        return new InstallWatcher(context, installs, executor, listener);
    }

    /** Seals golden images in the background until closed. The executor runs one task at a time. */
    public SealWatcher watchSeals(Executor executor, SealWatcher.Listener listener) {
        return new SealWatcher(context, sealer, executor, listener);
    }

    /** Removes what disposable clones leave when they end, until closed. The executor runs one task at a time. */
    public DisposableWatcher watchDisposables(Executor executor) {
        return new DisposableWatcher(context, disposables, executor);
    }

    /** Pauses machines before the disk under them is full, until closed. */
    public SpaceGuard guardSpace(
            ScheduledExecutorService executor, SpaceGuard.Limits limits, SpaceGuard.Listener listener) {
        return new SpaceGuard(context, executor, limits, listener);
    }

    /** Ends the connection. */
    @Override
    public void close() {
        screens.close();
        context.hypervisor().close();
    }
}
