package io.github.ingotvm.service.exchange;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.install.ImageImport;
import io.github.ingotvm.service.install.ImageRecord;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Installer;
import io.github.ingotvm.service.layers.Contents;
import io.github.ingotvm.service.machines.GoldenKeeper;
import io.github.ingotvm.service.machines.Lifecycle;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.work.Part;
import io.github.ingotvm.service.work.ScaledProgress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an exported golden image back as one: with name, notes, author, date and the number of its version, and without a machine.
 *
 * <p>The order: a machine from the file, off; its disks compared with what was exported; a snapshot; <b>the mark</b> that makes it golden; then
 * its machine goes, as {@link GoldenKeeper} does it. What stops before the mark leaves nothing, or a machine like any that was imported.
 */
public final class GoldenImporter {
    private final Context context;
    private final Installer installer;
    private final ImageImport imports;
    private final Snapshotter snapshotter;
    private final GoldenImages images;
    private final Lifecycle lifecycle;

    public GoldenImporter(
            Context context, Installer installer, Snapshotter snapshotter, GoldenImages images, Lifecycle lifecycle) {
        this.context = context;
        this.installer = installer;
        this.imports = new ImageImport(context);
        this.snapshotter = snapshotter;
        this.images = images;
        this.lifecycle = lifecycle;
    }

    /**
     * A golden image that a file brings.
     *
     * @param version as {@code v3}
     * @param versionNote what that brought; may be empty
     */
    public record Offer(String name, String note, String version, String versionNote) {}

    /** What a file offers; empty when it is no golden image that Ingot exported. {@code INVALID} when it cannot be used at all. */
    public Optional<Offer> offer(Path file) {
        return imports.look(file)
                .golden()
                .map(g -> new Offer(
                        g.name(), g.note(), g.version().label(), g.version().note()));
    }

    /**
     * Imports it.
     *
     * @param name what it shall be called; empty for its own name
     * @return what keeps the golden image
     * @throws IngotException {@code INVALID} when the file is no golden image that Ingot exported, {@code EXISTS} for a taken name, {@code FAILED}
     *     when its disks are not what was exported, and as {@link Installer#create}; nothing is left behind then
     */
    public VirtualMachine importGolden(Path file, Optional<String> name, Progress progress) {
        ImageRecord golden = imports.look(file)
                .golden()
                .orElseThrow(() -> new IngotException(
                        Kind.INVALID,
                        file + " is no golden image that Ingot exported; import it as a machine, and promote that."));
        String called = Names.checked(name.orElse(golden.name()), "golden image");
        requireFree(called);
        ScaledProgress whole = new ScaledProgress(progress, 0, 1);
        VirtualMachine machine = installer.create(request(file, golden, called), whole.part(0, 0.8));
        try {
            requireSame(machine, golden, file, whole.part(0.8, 1));
            Snapshot snapshot = snapshotter.take(machine.id(), new Snapshotter.Request(golden.snapshotName()));
            promote(machine.id(), snapshot, golden, called);
        } catch (IngotException e) {
            takeBack(machine.id(), e);
            throw e;
        }
        lifecycle.deleteKeepingGolden(machine.id()).commit();
        return context.inventory().require(machine.id());
    }

    private void requireFree(String name) {
        boolean taken = context.inventory().machines().stream()
                .anyMatch(m -> m.displayName().equals(name)
                        || (m.currentGolden().isPresent() && m.goldenName().equals(name)));
        if (taken) {
            throw new IngotException(
                    Kind.EXISTS,
                    "There is already a machine or golden image called \"" + name + "\"; choose another name.");
        }
    }

    private static InstallRequest request(Path file, ImageRecord golden, String name) {
        ImageRecord.Machine machine = golden.machine();
        return new InstallRequest(
                        name,
                        new InstallRequest.Source.Image(file),
                        machine.memory(),
                        machine.cpus(),
                        0,
                        machine.firmware(),
                        Optional.empty(),
                        false,
                        false)
                .with(new InstallRequest.Extras(
                        Optional.of(machine.secureBoot()), Optional.of(machine.tpm()), Optional.empty()));
    }

    private void requireSame(VirtualMachine machine, ImageRecord golden, Path file, Progress progress) {
        List<Disk> disks = machine.hardware().writableDisks();
        for (int i = 0; i < disks.size(); i++) {
            Optional<String> wanted = golden.disks().get(i).content();
            if (wanted.isPresent()) {
                String path = disks.get(i).source().orElseThrow();
                Progress part = Part.of(progress, i, disks.size());
                if (!Contents.of(context.hypervisor().volumes(), path, part).equals(wanted.get())) {
                    throw new IngotException(
                            Kind.FAILED,
                            "What is on the disk " + golden.disks().get(i).target() + " in " + file
                                    + " is not what was exported; copy the file again.");
                }
            }
        }
    }

    private void promote(MachineId id, Snapshot snapshot, ImageRecord golden, String name) {
        context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().requireMachine(id);
            GoldenSeries series = GoldenSeries.NONE.named(name, golden.note());
            List<Disk> disks = machine.hardware().writableDisks();
            Map<String, String> contents = new HashMap<>();
            for (int i = 0; i < disks.size(); i++) {
                String target = disks.get(i).target();
                series = series.withRole(target, golden.disks().get(i).role());
                contents.put(target, golden.disks().get(i).content().orElse(""));
            }
            images.mark(machine, snapshot, series, golden.version().with(contents));
            return 0;
        });
    }

    private void takeBack(MachineId id, IngotException cause) {
        try {
            lifecycle.delete(id).commit();
        } catch (IngotException e) {
            cause.addSuppressed(e);
        }
    }
}
