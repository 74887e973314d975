package io.github.ingotvm.ui;

import io.github.ingotvm.fake.Failing;
import io.github.ingotvm.fake.FakeConsoles;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.Qcow2;
import io.github.ingotvm.history.History;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.osinfo.OsLibrary;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.install.DemoDisc;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.work.Programs;
import io.github.ingotvm.testkit.InstallerDisc;
import io.github.ingotvm.testkit.TestDisc;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A host in memory with machines on it, and short ways to make more. */
final class Foundry {
    private final Path folder;
    private final FakeHypervisor fake = new FakeHypervisor();
    private final FakeConsoles.Painter painter;
    private final HeldCopies copies = new HeldCopies();
    private final Services services;
    private Failing failing = new Failing(fake);

    /** @param folder for lock files and disk images */
    Foundry(Path folder) {
        this(folder, PaintedScreens::paint);
    }

    /** The same with machines that show what the caller paints. */
    Foundry(Path folder, FakeConsoles.Painter painter) {
        this.folder = folder;
        this.painter = painter;
        this.services = Services.on(new PaintedScreens(fake, copies, painter), folder.resolve("locks"));
    }

    FakeHypervisor fake() {
        return fake;
    }

    /** Full copies of disks, which can be held up. */
    HeldCopies copies() {
        return copies;
    }

    Services services() {
        return services;
    }

    /** Services as the window would open them: another client of the same host. */
    Services connect() {
        failing = new Failing(new PaintedScreens(new FakeHypervisor(fake.state()), copies, painter));
        return Services.on(failing.hypervisor(), folder.resolve("locks"));
    }

    /** What fails for the one that connected last. */
    Failing failing() {
        return failing;
    }

    /** The same; what is done with them is written down. Close them: it is written until then. */
    Services connectRecorded(String via) {
        FakeHypervisor own = new FakeHypervisor(fake.state());
        return Services.on(
                new PaintedScreens(own, copies, painter),
                folder.resolve("locks"),
                OsLibrary.builtIn(),
                History.in(folder.resolve("state"), new History.Author("ada", via, own.uri())));
    }

    /** The same on a computer with other programs. */
    Services connect(Programs programs) {
        return Services.on(
                new PaintedScreens(new FakeHypervisor(fake.state()), copies, painter),
                folder.resolve("locks"),
                programs);
    }

    /** A machine whose screen Ingot cannot show. */
    VirtualMachine foreign(String name) {
        VirtualMachine plain = machine(name);
        fake.machines().define(new Definition(plain.definition().document() + "screen=spice\n"));
        return plain;
    }

    /** Takes everything away, as if nothing had ever been there. */
    void clear() {
        services.inventory().machines().forEach(m -> fake.foreign().deletes(m.id()));
        fake.foreign().files().forEach(fake.foreign()::removesFile);
        fake.foreign().limitsPool(1L << 40);
    }

    VirtualMachine machine(String name) {
        return services.installer()
                .create(
                        new InstallRequest(
                                name,
                                new InstallRequest.Source.Image(image()),
                                2L << 30,
                                2,
                                0,
                                Firmware.BIOS,
                                Optional.empty(),
                                false,
                                false),
                        Progress.NONE);
    }

    /** A machine whose installer is at work. */
    VirtualMachine installing(String name) {
        InstallRequest.Source source = new InstallRequest.Source.Iso(DemoDisc.unpack(folder));
        Proposal proposal = services.installer().propose(source);
        return services.installer()
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
    }

    /** A disc whose installer can be told its answers. */
    Path netinst() {
        return InstallerDisc.debian(folder.resolve("debian-netinst.iso"));
    }

    /** A disc that can be booted from, by its label. */
    Path disc(String label) {
        return TestDisc.write(made().resolve(label.replace(' ', '-') + ".iso"), label);
    }

    /** The same, compressed. */
    Path packed(String label) {
        Path packed = made().resolve(label.replace(' ', '-') + ".iso.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(disc(label), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed;
    }

    /** Windows 10 and 11 are called the same on their discs. */
    Path windows() {
        return TestDisc.write(made().resolve("windows.iso"), "CCCOMA_X64FRE_EN-US_DV9", "MICROSOFT CORPORATION");
    }

    private Path made() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path image() {
        try {
            Files.createDirectories(folder);
            byte[] bytes = Arrays.copyOf(Qcow2.image(20L << 30, Optional.empty()), 4096);
            return Files.write(folder.resolve("disk.qcow2"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Snapshot snapshot(VirtualMachine machine, String name, String note) {
        return services.snapshotter().take(machine.id(), new Snapshotter.Request(name, note, false));
    }

    List<VirtualMachine> clones(VirtualMachine machine, Cloner.From from, boolean full, String... names) {
        return services.cloner()
                .clone(new Cloner.Request(machine.id(), from, List.of(names), full, false), Progress.NONE);
    }

    void write(VirtualMachine machine, String key, int bytes) {
        services.power().start(machine.id());
        fake.guest().writes(machine.id(), "vda", key, "x".repeat(bytes));
        services.power().forceOff(machine.id());
    }

    /** A handful of machines as people have them. */
    void furnish() {
        VirtualMachine debian = machine("Debian 12");
        write(debian, "system", 900_000);
        snapshot(debian, "Just Installed", "");
        write(debian, "updates", 300_000);
        Snapshot updated = snapshot(debian, "Updates applied", "All security updates until November");
        services.golden().promote(debian.id(), updated.id(), "First release to the team");
        clones(debian, new Cloner.From.Golden(), false, "web-01", "web-02", "web-03");
        write(debian, "try", 120_000);
        snapshot(debian, "Trying the new kernel", "");
        services.reverter().revert(debian.id(), updated.id(), Optional.empty()).settle();
        write(debian, "tools", 400_000);
        Snapshot tuned = snapshot(debian, "Tuned", "Our tools, the proxy, and the printer");
        services.golden().promote(debian.id(), tuned.id(), "With our tools and the proxy");
        clones(debian, new Cloner.From.Golden(), false, "build-amd64", "web-04");
        write(debian, "more", 60_000);

        VirtualMachine windows = machine("Windows 11 Office");
        Snapshot office = snapshot(windows, "Just Installed", "");
        services.golden().promote(windows.id(), office.id(), "");
        clones(windows, new Cloner.From.Golden(), true, "Accounting");
        VirtualMachine fedora = machine("Fedora Rawhide");
        VirtualMachine lab = machine("lab-firewall");
        for (VirtualMachine m : services.inventory().machines()) {
            if (m.displayName().matches("web-0[124]|build-amd64|Fedora.*|Windows.*|lab-.*")) {
                services.power().start(m.id());
            }
        }
        services.power().pause(lab.id());
        snapshot(fedora, "Just Installed", "");
    }
}
