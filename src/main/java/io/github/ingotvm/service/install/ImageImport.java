package io.github.ingotvm.service.install;

import io.github.ingotvm.format.Appliance;
import io.github.ingotvm.format.ApplianceWriter;
import io.github.ingotvm.format.DiskFormat;
import io.github.ingotvm.format.ImportableDisk;
import io.github.ingotvm.format.MalformedException;
import io.github.ingotvm.format.Ovf;
import io.github.ingotvm.format.SafeXml;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.hypervisor.GuestHardware.NicModel;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.ScaledProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;

/** Disk images and appliances on their way into Ingot's pool: read by Ingot itself, stored as qcow2. */
public final class ImageImport {
    private static final int SECTOR = 512;

    /** The end of the name of the file with an exported machine's firmware variables. */
    public static final String VARIABLES = ".nvram";

    private final Context context;

    public ImageImport(Context context) {
        this.context = context;
    }

    /**
     * What a file says of the machine it comes from.
     *
     * @param name or empty
     * @param uefi whether it boots with UEFI
     * @param hardware what it is used to; empty when that is not known
     * @param system what is said of its system; or empty
     * @param appliance whether somebody describes the machine, so that what it had goes before what its system could have
     * @param golden what Ingot wrote of it, when it is a golden image that was exported
     * @param need what its copy takes
     */
    public record Looked(
            String name,
            OptionalInt cpus,
            OptionalLong memory,
            boolean uefi,
            Optional<GuestHardware> hardware,
            String system,
            boolean appliance,
            Optional<ImageRecord> golden,
            Need need) {

        /**
         * What a system finds its disk on: an appliance's stays where it was, since it may start with the drivers for that alone. The rest is the
         * best that the system knows.
         */
        GuestHardware fit(GuestHardware best) {
            if (!appliance || hardware.isEmpty()) {
                return best;
            }
            GuestHardware had = hardware.get();
            boolean ide = had.disks() != DiskBus.VIRTIO && best.disks() == DiskBus.IDE;
            return best.with(ide ? DiskBus.IDE : had.disks()).with(had.cards());
        }
    }

    interface Work<T> {
        T on(Path file) throws IOException;
    }

    /** {@code INVALID} when it cannot be imported, saying why. */
    public Looked look(Path file) {
        return reading(file, f -> {
            if (Appliance.is(f)) {
                try (Appliance appliance = Appliance.open(f)) {
                    return look(appliance.ovf(), golden(appliance), need(appliance));
                }
            }
            try (ImportableDisk disk = ImportableDisk.open(f)) {
                return new Looked(
                        "",
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        false,
                        hardware(disk.format()),
                        "",
                        false,
                        Optional.empty(),
                        need(disk));
            }
        });
    }

    /** Of what is stored without its zeros it shows when it is read. */
    private static Need need(ImportableDisk disk) throws IOException {
        if (disk.length().isPresent()) {
            return Need.exactly(disk.length().getAsLong());
        }
        OptionalLong size = disk.size();
        return size.isPresent() ? Need.upTo(size.getAsLong()) : Need.UNKNOWN;
    }

    private static Need need(Appliance appliance) throws IOException {
        Need whole = Need.NOTHING;
        for (Ovf.Disk disk : appliance.ovf().disks()) {
            if (disk.file().isPresent()) {
                whole = whole.and(need(appliance.disk(disk.file().get())));
            }
        }
        return whole;
    }

    private static Optional<ImageRecord> golden(Appliance appliance) throws IOException {
        Optional<byte[]> note = appliance.note(ApplianceWriter.METADATA);
        if (note.isEmpty()) {
            return Optional.empty();
        }
        ImageRecord golden = ImageRecord.read(SafeXml.read(new ByteArrayInputStream(note.get())));
        if (golden.disks().size() != appliance.ovf().disks().size()) {
            throw new MalformedException("its note of the golden image tells of other disks than its descriptor");
        }
        return Optional.of(golden);
    }

    /** The firmware's variables that an appliance brings along. */
    Optional<byte[]> variables(Path file) {
        return reading(file, f -> {
            if (!Appliance.is(f)) {
                return Optional.empty();
            }
            try (Appliance appliance = Appliance.open(f)) {
                return appliance.note(VARIABLES);
            }
        });
    }

    private static Looked look(Ovf ovf, Optional<ImageRecord> golden, Need need) {
        boolean virtio = ovf.disks().stream().allMatch(Ovf.Disk::virtio);
        GuestHardware hardware = GuestHardware.WITHOUT_VIRTIO
                .with(ovf.cards().stream().map(ImageImport::card).toList())
                .with(virtio ? DiskBus.VIRTIO : DiskBus.SATA);
        return new Looked(
                ovf.name(),
                ovf.cpus(),
                ovf.memory(),
                ovf.uefi(),
                Optional.of(hardware),
                ovf.system(),
                true,
                golden,
                need);
    }

    /** The nearest card that QEMU has and every system has a driver for. */
    private static NicModel card(String model) {
        String lower = model.toLowerCase(Locale.ROOT);
        if (lower.contains("virtio")) {
            return NicModel.VIRTIO;
        }
        if (lower.contains("pcnet")) {
            return NicModel.PCNET;
        }
        return lower.equals("e1000") ? NicModel.E1000 : NicModel.E1000E;
    }

    /** What comes from another hypervisor may have no drivers for virtio. */
    private static Optional<GuestHardware> hardware(DiskFormat format) {
        boolean ofQemu = format == DiskFormat.QCOW2 || format == DiskFormat.RAW;
        return ofQemu ? Optional.empty() : Optional.of(GuestHardware.WITHOUT_VIRTIO);
    }

    /**
     * Copies the disks into the pool.
     *
     * @param made receives each path before its volume is made, so that a failure half-way can be cleaned up
     * @return paths of the disks, the first to boot from
     */
    List<String> copy(Path file, String domain, List<String> made, Progress progress) {
        return reading(file, f -> {
            if (!Appliance.is(f)) {
                try (ImportableDisk disk = ImportableDisk.open(f)) {
                    requireSpace(need(disk));
                    return List.of(store(disk, "vda", domain, made, new ScaledProgress(progress, 0, 1)));
                }
            }
            try (Appliance appliance = Appliance.open(f)) {
                return copy(appliance, domain, made, progress);
            }
        });
    }

    private List<String> copy(Appliance appliance, String domain, List<String> made, Progress progress)
            throws IOException {
        requireSpace(need(appliance));
        List<Ovf.Disk> disks = appliance.ovf().disks();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < disks.size(); i++) {
            ScaledProgress share = new ScaledProgress(progress, (double) i / disks.size(), (i + 1.0) / disks.size());
            String target = "vd" + (char) ('a' + i);
            Optional<Ovf.File> file = disks.get(i).file();
            if (file.isEmpty()) {
                paths.add(empty(disks.get(i), target, domain, made));
                continue;
            }
            appliance.verify(file.get(), telling(share.part(0, 0.2), "Comparing checksums"));
            paths.add(store(appliance.disk(file.get()), target, domain, made, share.part(0.2, 1)));
        }
        return paths;
    }

    private String empty(Ovf.Disk disk, String target, String domain, List<String> made) throws IOException {
        if (disk.capacity() < SECTOR) {
            throw new MalformedException("it has an empty disk without a size");
        }
        Volumes volumes = context.hypervisor().volumes();
        String name = name(domain, target, made);
        return volumes.create(name, disk.capacity()).path();
    }

    private String store(ImportableDisk disk, String target, String domain, List<String> made, ScaledProgress progress)
            throws IOException {
        Volumes volumes = context.hypervisor().volumes();
        ImportableDisk.Image image = disk.prepare(telling(progress.part(0, 0.4), "Reading"));
        requireSpace(Need.exactly(image.length()));
        String name = name(domain, target, made);
        try (InputStream bytes = image.open()) {
            Volume volume = volumes.upload(name, "qcow2", image.length(), bytes, progress.part(0.4, 1));
            // The file may have been exchanged since it was looked at; what counts is what was stored.
            if (volume.backing().isPresent()) {
                throw new MalformedException("it stands on a backing file");
            }
            return volume.path();
        }
    }

    private String name(String domain, String target, List<String> made) {
        String name = VolumeNames.disk(domain, target, context.ids().token());
        made.add(context.hypervisor().volumes().pathOf(name));
        return name;
    }

    private void requireSpace(Need need) {
        need.require(context, "The import");
    }

    private static DoubleConsumer telling(Progress progress, String doing) {
        return fraction -> {
            progress.check();
            progress.report(fraction, doing);
        };
    }

    /**
     * An overlay on the file itself, which stays where it is and is never written to.
     *
     * @throws IngotException {@code INVALID} when it is packed or of another's format, or lies in no storage pool; {@code IN_USE} when a
     *     machine writes to it
     */
    String standOn(Path file, String domain, List<String> made) {
        InPlace image = new InPlace(context, file);
        image.require();
        return context.hypervisor()
                .volumes()
                .createOverlay(
                        name(domain, "vda", made), image.path(), image.format().qemu());
    }

    /** Why a file cannot be used where it is, as a sentence; empty when it can. */
    Optional<String> onlyCopied(Path file) {
        return new InPlace(context, file).obstacle();
    }

    /** What is wrong with the file is said as a refusal of it. */
    static <T> T reading(Path file, Work<T> work) {
        if (Files.isDirectory(file)) {
            throw new IngotException(Kind.INVALID, file + " is a folder; choose a disk image.");
        }
        try {
            return work.on(file);
        } catch (MalformedException e) {
            throw new IngotException(Kind.INVALID, file + " is refused: " + e.getMessage() + ".", e);
        } catch (NoSuchFileException e) {
            throw new IngotException(Kind.INVALID, "There is no file " + file + "; check the path.", e);
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, file + " cannot be read; check it and its permissions.", e);
        }
    }
}
