package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.osinfo.Medium;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes machines from installation discs and disk images. */
public final class Installer {
    private static final long LEAST_DISK = Resources.MIB;
    private static final long MOST_DISK = 64L << 40;

    private final Context context;
    private final Snapshotter snapshotter;

    Installer(Context context, Snapshotter snapshotter) {
        this.context = context;
        this.snapshotter = snapshotter;
    }

    /** What a machine is made from. */
    public sealed interface Source {
        /** The file. */
        Path file();

        /** An installation disc. */
        record Iso(Path file) implements Source {}

        /** A disk with a system on it: qcow2, raw, vmdk or vdi; copied, never changed. */
        record Image(Path file) implements Source {}
    }

    /**
     * What to make.
     *
     * @param memory bytes
     * @param disk bytes; with an image it is the image that decides
     * @param osId osinfo id, or empty to go by the medium
     * @param autoSnapshot take <em>Just Installed</em> by itself
     * @param start start it when it is made
     */
    public record Request(
            String name,
            Source source,
            long memory,
            int cpus,
            long disk,
            Firmware firmware,
            Optional<String> osId,
            boolean autoSnapshot,
            boolean start) {}

    /**
     * What is proposed for a source.
     *
     * @param osName what was recognised; empty when nothing was
     */
    public record Proposal(
            String name, String osId, String osName, long memory, int cpus, long disk, Firmware firmware) {}

    /**
     * Looks at a source and proposes a machine that fits it and this host.
     *
     * @throws IngotException {@code INVALID} when it cannot be used, saying why
     */
    public Proposal propose(Source source) {
        OsAdvice advice = OsAdvice.NONE;
        if (source instanceof Source.Iso iso) {
            advice = adviceFor(disc(iso.file()), Optional.empty());
        } else {
            DiskImage.read(source.file());
        }
        Host.Facts host = context.hypervisor().host().facts();
        long memory = Math.min(advice.memory(), Math.max(host.memory() / 2, 64 * Resources.MIB));
        String name = freeName(advice.name().isEmpty() ? stem(source.file()) : advice.name());
        int cpus = Math.min(advice.cpus(), host.cpus());
        return new Proposal(name, advice.osId(), advice.name(), memory, cpus, advice.disk(), Firmware.BIOS);
    }

    private static Medium disc(Path file) {
        Medium medium = Medium.read(file);
        medium.requireInstallable();
        return medium;
    }

    private OsAdvice adviceFor(Medium medium, Optional<String> osId) {
        return osId.isPresent()
                ? adviceFor(osId)
                : context.systems().recognise(medium).map(OsAdvice::of).orElse(OsAdvice.NONE);
    }

    private OsAdvice adviceFor(Optional<String> osId) {
        return osId.flatMap(context.systems()::find).map(OsAdvice::of).orElse(OsAdvice.NONE);
    }

    private String freeName(String base) {
        TakenNames taken = TakenNames.on(context.hypervisor());
        String name = base;
        for (int n = 2; taken.contains(name); n++) {
            name = base + " " + n;
        }
        return name;
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Makes the machine; from an image, with a snapshot of the image as it came.
     *
     * @throws IngotException {@code EXISTS} for a taken name, {@code INVALID} for a source or size that cannot be used,
     *     {@code NO_SPACE}, {@code CANCELLED}; nothing is left behind then
     */
    public VirtualMachine create(Request request, Progress progress) {
        String name = Names.checked(request.name(), "virtual machine");
        List<String> files = new ArrayList<>();
        MachineId id;
        try {
            id = context.lock().shared(() -> make(name, request, files, progress));
        } catch (IngotException e) {
            context.layers().dropUnneeded(files);
            throw e;
        }
        if (request.source() instanceof Source.Image && request.autoSnapshot()) {
            snapshotter.take(id, new Snapshotter.Request("Just Imported"));
        }
        if (request.start()) {
            context.hypervisor().power().start(id);
        }
        return context.inventory().require(id);
    }

    private MachineId make(String name, Request request, List<String> files, Progress progress) {
        Hypervisor hypervisor = context.hypervisor();
        Resources.require(hypervisor.host().facts(), request.memory(), request.cpus());
        TakenNames taken = TakenNames.on(hypervisor);
        taken.requireFree(name);
        String domain = taken.takeDomain(name);
        OsAdvice os = adviceFor(request.osId());
        Optional<String> medium = Optional.empty();
        String disk;
        Install install = Install.NONE;
        if (request.source() instanceof Source.Iso iso) {
            os = adviceFor(disc(iso.file()), request.osId());
            disk = emptyDisk(domain, request.disk(), files);
            medium = Optional.of(offer(iso.file(), domain, files, progress));
            install = new Install(Install.State.INSTALLING, 0, os.lastReboot(), request.autoSnapshot());
        } else {
            disk = importDisk(request.source().file(), domain, files, progress);
        }
        progress.check();
        String osId = request.osId().orElse(os.osId());
        Mark mark = Mark.NONE.with(install).withOs(osId.isEmpty() ? Optional.empty() : Optional.of(osId));
        Volumes volumes = hypervisor.volumes();
        MachineSpec spec = new MachineSpec(
                new MachineId(context.ids().uuid()),
                domain,
                name.equals(domain) ? "" : name,
                request.memory(),
                request.cpus(),
                request.firmware(),
                request.firmware() == Firmware.UEFI
                        ? Optional.of(volumes.pathOf(
                                VolumeNames.nvram(domain, context.ids().token())))
                        : Optional.empty(),
                hypervisor.host().facts().acceleration(),
                List.of(disk),
                medium,
                os.legacyDevices(),
                install.isUnderWay() ? OnReboot.DESTROY : OnReboot.RESTART,
                mark);
        return hypervisor.machines().define(hypervisor.definitions().compose(spec));
    }

    private String emptyDisk(String domain, long size, List<String> files) {
        if (size < LEAST_DISK || size > MOST_DISK) {
            throw new IngotException(Kind.INVALID, "The disk must be from 1 MiB to 64 TiB.");
        }
        Volumes volumes = context.hypervisor().volumes();
        String volume = VolumeNames.disk(domain, "vda", context.ids().token());
        files.add(volumes.pathOf(volume));
        return volumes.create(volume, size).path();
    }

    private String offer(Path iso, String domain, List<String> files, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        String volume = VolumeNames.medium(domain, context.ids().token());
        files.add(volumes.pathOf(volume));
        return volumes.offer(iso.toAbsolutePath(), volume, progress);
    }

    private String importDisk(Path file, String domain, List<String> files, Progress progress) {
        DiskImage image = DiskImage.read(file);
        Volumes volumes = context.hypervisor().volumes();
        String name = VolumeNames.disk(domain, "vda", context.ids().token());
        files.add(volumes.pathOf(name));
        if (image.format().equals("qcow2")) {
            return upload(image, name, progress);
        }
        String staging = VolumeNames.importing(domain, context.ids().token());
        files.add(volumes.pathOf(staging));
        String uploaded = upload(image, staging, progress);
        String disk = volumes.copy(name, uploaded, "qcow2", progress).path();
        volumes.delete(uploaded);
        return disk;
    }

    private String upload(DiskImage image, String name, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        try (InputStream bytes = Files.newInputStream(image.file())) {
            var volume = volumes.upload(name, image.format(), image.size(), bytes, progress);
            // The file may have been exchanged since it was looked at; what counts is what was stored.
            if (volume.backing().isPresent()) {
                throw new IngotException(Kind.INVALID, image.file() + " is refused: it stands on a backing file.");
            }
            return volume.path();
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, image.file() + " cannot be read; check its permissions.", e);
        }
    }
}
