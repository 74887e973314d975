package io.github.ingotvm.service.golden;

import io.github.ingotvm.format.Appliance;
import io.github.ingotvm.format.DiskFormat;
import io.github.ingotvm.format.ImportableDisk;
import io.github.ingotvm.format.MalformedException;
import io.github.ingotvm.guestfs.GuestDisk;
import io.github.ingotvm.guestfs.GuestTools;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.FileChange;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.InstalledSystem;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.StateDisks;
import io.github.ingotvm.service.work.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is inside disks, where libguestfs is installed. Only what nobody writes to is looked at, and only to read. */
public final class GuestFiles {
    private final Context context;
    private final GuestTools tools;

    public GuestFiles(Context context, Programs programs) {
        this.context = context;
        this.tools = new GuestTools(programs::find);
    }

    /** Whether libguestfs is installed. */
    public boolean arePossible() {
        return tools.areThere();
    }

    /**
     * Which files differ between two golden versions of a machine. Takes a minute or so: a small machine is started for each.
     *
     * @throws IngotException {@code NOT_FOUND} for a version that is not there, {@code UNSUPPORTED} without libguestfs, {@code DENIED} when
     *     the layers cannot be read on this computer, {@code CANCELLED}
     */
    public List<FileChange> compare(MachineId id, int from, int to, Progress progress) {
        VirtualMachine machine = context.inventory().require(id);
        List<GuestDisk> before = layers(machine, from);
        List<GuestDisk> after = layers(machine, to);
        return tools.differences(before, after, isEmulated(), progress);
    }

    private boolean isEmulated() {
        return context.hypervisor().host().facts().acceleration() == Acceleration.TCG;
    }

    private List<GuestDisk> layers(VirtualMachine machine, int version) {
        Snapshot snapshot = context.inventory()
                .require(machine.id(), GoldenImages.require(machine, version).snapshot());
        List<Disk> disks = StateDisks.of(snapshot.hardware(), context.hypervisor());
        requireNobodyWrites(disks.stream().flatMap(d -> d.source().stream()).collect(Collectors.toSet()));
        return disks.stream()
                .map(d -> new GuestDisk(readable(d.source().orElseThrow()), d.format()))
                .toList();
    }

    /** A golden layer is under the disks of machines, never one of them; should it be, it is not to be read now. */
    private void requireNobodyWrites(Set<String> layers) {
        context.inventory().machines().stream()
                .filter(m -> m.present().writableDisks().stream()
                        .map(Disk::source)
                        .flatMap(Optional::stream)
                        .anyMatch(layers::contains))
                .findFirst()
                .ifPresent(m -> {
                    throw new IngotException(
                            Kind.WRONG_STATE,
                            m.displayName()
                                    + " writes to a layer of this golden image; `ingot check` says what to do.");
                });
    }

    private static String readable(String path) {
        if (!Files.isReadable(Path.of(path))) {
            throw new IngotException(
                    Kind.DENIED,
                    path + " cannot be read by you on this computer; files can only be compared where the disks are,"
                            + " by who may read them.");
        }
        return path;
    }

    /**
     * Which systems are installed on a disk image: what is recognised of a disc by its label takes a look inside here, of half a minute.
     *
     * @throws IngotException {@code INVALID} for what is no plain qcow2 or raw image, or names other files; else as {@link #compare}
     */
    public List<InstalledSystem> installed(Path image, Progress progress) {
        return tools.installed(foreign(image.toAbsolutePath()), isEmulated(), progress);
    }

    /** Looked at by Ingot before anything else opens it: an image may name other files of this computer. */
    private static GuestDisk foreign(Path image) {
        try {
            if (!Files.isRegularFile(image)) {
                throw new IngotException(Kind.INVALID, "There is no file " + image + "; check the path.");
            }
            if (Appliance.is(image)) {
                throw new IngotException(
                        Kind.INVALID, image + " is an appliance; what is in it is seen once it is imported.");
            }
            try (ImportableDisk disk = ImportableDisk.open(image)) {
                if (!disk.isUsableInPlace()) {
                    throw new IngotException(
                            Kind.INVALID,
                            "Only plain qcow2 and raw images can be looked into; import " + image + " first.");
                }
                return new GuestDisk(image.toString(), disk.format() == DiskFormat.QCOW2 ? "qcow2" : "raw");
            }
        } catch (MalformedException e) {
            throw new IngotException(Kind.INVALID, image + " is refused: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, image + " cannot be read; check it and its permissions.", e);
        }
    }
}
