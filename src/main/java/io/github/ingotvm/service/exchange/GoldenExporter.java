package io.github.ingotvm.service.exchange;

import io.github.ingotvm.format.ApplianceWriter;
import io.github.ingotvm.format.MalformedException;
import io.github.ingotvm.format.OvfWriter;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.Makeup;
import io.github.ingotvm.hypervisor.VirtualDisk;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.install.ImageImport;
import io.github.ingotvm.service.install.ImageRecord;
import io.github.ingotvm.service.layers.Contents;
import io.github.ingotvm.service.layers.StateDisks;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.NewFile;
import io.github.ingotvm.service.work.Resources;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Writes a version of a golden image into one file that other tools read as well: an appliance (OVA) whose disks depend on nothing, with
 * what Ingot needs to have the same golden image again.
 */
public final class GoldenExporter {
    /** What must be left on the disk that machines are on: below it they would be paused. */
    private static final long RESERVE = 512 * Resources.MIB;

    private static final int BLOCKS_A_LOOK = 1024;
    private static final int MOST_VARIABLES = 64 << 20;

    private final Context context;

    public GoldenExporter(Context context) {
        this.context = context;
    }

    /**
     * Exports a version. What clones receive empty is exported empty.
     *
     * @param file that it will be; there whole, or not at all
     * @param replace whether one that is there is replaced
     * @return where it is
     * @throws IngotException {@code FAILED} when the version looks changed or is not what was sealed; {@code EXISTS}, {@code INVALID},
     *     {@code DENIED}, {@code NO_SPACE} for the file; {@code UNSUPPORTED} for a disk that no appliance can hold; {@code CANCELLED}
     */
    public Path export(MachineId id, int version, Path file, boolean replace, Progress progress) {
        NewFile target = new NewFile(file, replace);
        return context.lock().shared(() -> {
            VirtualMachine machine = context.inventory().require(id);
            GoldenVersion golden = GoldenImages.require(machine, version);
            requireWhole(machine, golden);
            Snapshot snapshot = context.inventory().require(id, golden.snapshot());
            List<Content> disks = new ArrayList<>();
            try {
                open(machine, snapshot, disks);
                target.write(out -> write(out, machine, golden, snapshot, disks, guarded(target, progress)));
            } finally {
                disks.forEach(d -> d.disk().close());
            }
            return target.path();
        });
    }

    /** Refuses beforehand what {@link #export} would refuse of version and file. */
    public void check(MachineId id, int version, Path file, boolean replace) {
        VirtualMachine machine = context.inventory().require(id);
        requireWhole(machine, GoldenImages.require(machine, version));
        new NewFile(file, replace);
    }

    /** A disk of the version, opened. */
    private record Content(Disk drive, DiskRole role, VirtualDisk disk) {}

    private void requireWhole(VirtualMachine machine, GoldenVersion golden) {
        for (Seal seal : golden.seals()) {
            Optional<Volume> now = context.hypervisor().volumes().find(seal.path());
            if (now.filter(seal::isLike).isEmpty()) {
                throw new IngotException(
                        Kind.FAILED,
                        golden.label() + " of " + machine.goldenName() + " is not exported, for its file "
                                + seal.path() + (now.isEmpty() ? " is gone" : " looks changed since it was promoted")
                                + "; verify it, and restore that file.");
            }
        }
    }

    private void open(VirtualMachine machine, Snapshot snapshot, List<Content> opened) {
        List<Disk> drives = StateDisks.of(snapshot.hardware(), context.hypervisor());
        for (Disk drive : drives) {
            DiskRole role = drive.equals(drives.get(0))
                    ? DiskRole.LINKED
                    : machine.mark().series().role(drive.target());
            Volumes volumes = context.hypervisor().volumes();
            opened.add(new Content(drive, role, volumes.open(drive.source().orElseThrow())));
        }
    }

    private void write(
            FileChannel out,
            VirtualMachine machine,
            GoldenVersion golden,
            Snapshot snapshot,
            List<Content> disks,
            DoubleConsumer progress)
            throws IOException {
        Makeup makeup = context.hypervisor().definitions().makeup(snapshot.definition());
        List<ApplianceWriter.Disk> all = disks.stream()
                .map(d -> new ApplianceWriter.Disk(
                        d.drive().target(),
                        d.disk().size(),
                        d.role() == DiskRole.EMPTY ? Optional.empty() : Optional.of(new Contents.Reader(d.disk()))))
                .toList();
        try {
            new ApplianceWriter(
                            Names.slug(machine.goldenName()) + "-" + golden.label(),
                            described(machine, golden, snapshot, makeup),
                            all,
                            variables(snapshot),
                            (files, digests) -> {
                                requireSame(machine, golden, digests);
                                requireWhole(machine, golden);
                                return record(machine, golden, snapshot, makeup, disks, digests)
                                        .text()
                                        .getBytes(StandardCharsets.UTF_8);
                            })
                    .write(out, golden.promoted().toEpochMilli(), progress);
        } catch (MalformedException e) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    golden.label() + " of " + machine.goldenName() + " cannot be exported: " + e.getMessage() + ".",
                    e);
        }
    }

    /** What was read is what was sealed, or it does not leave. */
    private static void requireSame(VirtualMachine machine, GoldenVersion golden, Map<String, String> read) {
        read.forEach((target, digest) -> {
            if (golden.content(target).filter(c -> !c.equals(digest)).isPresent()) {
                throw new IngotException(
                        Kind.FAILED,
                        "What is on the disk " + target + " of " + golden.label() + " of " + machine.goldenName()
                                + " is not what was sealed, so it is not exported; verify it.");
            }
        });
    }

    private static OvfWriter.Machine described(
            VirtualMachine machine, GoldenVersion golden, Snapshot snapshot, Makeup makeup) {
        Hardware hardware = snapshot.hardware();
        String note = machine.mark().series().note();
        String annotation = golden.label()
                + (golden.note().isEmpty() ? "" : ": " + golden.note())
                + (note.isEmpty() ? "" : "\n\n" + note);
        return new OvfWriter.Machine(
                machine.goldenName(),
                annotation,
                machine.mark().osId().orElse(""),
                hardware.memory(),
                hardware.cpus(),
                hardware.firmware() == Firmware.UEFI,
                makeup.hardware().disks() == GuestHardware.DiskBus.IDE,
                hardware.nics().size());
    }

    private Map<String, byte[]> variables(Snapshot snapshot) {
        Map<String, byte[]> extras = new LinkedHashMap<>();
        if (snapshot.hardware().nvram().isPresent()) {
            Volumes volumes = context.hypervisor().volumes();
            volumes.find(volumes.pathOf(VolumeNames.nvramOf(snapshot.id())))
                    .ifPresent(v -> extras.put(ImageImport.VARIABLES, volumes.read(v.path(), 0, MOST_VARIABLES)));
        }
        return extras;
    }

    private static ImageRecord record(
            VirtualMachine machine,
            GoldenVersion golden,
            Snapshot snapshot,
            Makeup makeup,
            List<Content> disks,
            Map<String, String> digests) {
        Hardware hardware = snapshot.hardware();
        return new ImageRecord(
                machine.goldenName(),
                machine.mark().series().note(),
                golden,
                snapshot.name(),
                new ImageRecord.Machine(
                        hardware.memory(),
                        hardware.cpus(),
                        hardware.firmware(),
                        makeup.secureBoot(),
                        hardware.tpm(),
                        machine.mark().osId(),
                        makeup.hardware()),
                disks.stream()
                        .map(d -> new ImageRecord.Disk(
                                d.drive().target(),
                                d.role(),
                                d.disk().size(),
                                Optional.ofNullable(digests.get(d.drive().target()))))
                        .toList());
    }

    /** Reports, ends what is cancelled, and stops before the disk that the machines are on is full. */
    private DoubleConsumer guarded(NewFile target, Progress progress) {
        long reserve = sharesDisk(target) ? RESERVE : 0;
        int[] blocks = {0};
        return fraction -> {
            progress.check();
            progress.report(fraction, "Exporting");
            if (blocks[0]++ % BLOCKS_A_LOOK == 0 && target.room().getAsLong() < reserve) {
                throw target.noRoom(null);
            }
        };
    }

    private boolean sharesDisk(NewFile target) {
        try {
            Path pool = Path.of(context.hypervisor().volumes().ownPool().path());
            Path folder = Objects.requireNonNull(target.path().getParent());
            return Files.isDirectory(pool) && Files.getFileStore(pool).equals(Files.getFileStore(folder));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
