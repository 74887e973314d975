package io.github.ingotvm.service.install;

import io.github.ingotvm.format.IsoFiles;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.KernelBoot;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.Layers;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.Resources;
import io.github.ingotvm.unattended.Cpio;
import io.github.ingotvm.unattended.DiscImage;
import io.github.ingotvm.unattended.Seed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * Makes the volumes that a machine to be installed needs. Those that bring answers to its installer hold secrets: {@link Layers} overwrites
 * them before they go, be it when the installation has ended, when it could not begin, or with their machine.
 */
final class NewVolumes {
    private static final long LEAST_DISK = Resources.MIB;
    private static final long MOST_DISK = 64L << 40;

    private final Context context;
    private final String domain;
    private final Collection<String> files;

    /** @param files receives each path before its volume is asked for */
    NewVolumes(Context context, String domain, Collection<String> files) {
        this.context = context;
        this.domain = domain;
        this.files = files;
    }

    /** {@code INVALID} for a size that no disk has. */
    static void requireSize(long size, String which) {
        if (size < LEAST_DISK || size > MOST_DISK) {
            throw new IngotException(Kind.INVALID, "The " + which + " must be from 1 MiB to 64 TiB.");
        }
    }

    /** An empty disk; {@code INVALID} for a size that none has. Gives its path. */
    String disk(long size, String target) {
        requireSize(size, "disk");
        Volumes volumes = context.hypervisor().volumes();
        String volume = VolumeNames.disk(domain, target, context.ids().token());
        files.add(volumes.pathOf(volume));
        return volumes.create(volume, size).path();
    }

    /** Makes a disc of this computer readable to the machine. Gives its path. */
    String medium(Path iso, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        String volume = VolumeNames.medium(domain, context.ids().token());
        files.add(volumes.pathOf(volume));
        return PackedDisc.is(iso)
                ? new PackedDisc(context, iso).unpack(volume, progress)
                : volumes.offer(iso.toAbsolutePath(), volume, progress);
    }

    /** The disc that brings answers. Gives its path. */
    String answers(Seed.Disc disc, Progress progress) {
        byte[] image = DiscImage.of(disc);
        return upload(
                VolumeNames.seed(domain, context.ids().token()),
                "iso",
                image.length,
                new ByteArrayInputStream(image),
                progress);
    }

    /** The variables of the firmware, where they shall live. */
    void variables(String path, byte[] bytes, Progress progress) {
        upload(
                path.substring(path.lastIndexOf('/') + 1),
                "raw",
                bytes.length,
                new ByteArrayInputStream(bytes),
                progress);
    }

    /** Takes kernel and initial file system from the installation disc. {@code INVALID} when they are not there. */
    KernelBoot kernel(Seed.Boot boot, Path iso, Progress progress) {
        try {
            IsoFiles.Extent kernel = require(iso, boot.kernel());
            IsoFiles.Extent initrd = require(iso, boot.initrd());
            byte[] added = boot.added().isEmpty() ? new byte[0] : Cpio.appendix(initrd.length(), boot.added());
            String kernelPath;
            try (InputStream bytes = kernel.open(iso)) {
                String name = VolumeNames.kernel(domain, context.ids().token());
                kernelPath = upload(name, "raw", kernel.length(), bytes, progress);
            }
            try (InputStream bytes = new SequenceInputStream(initrd.open(iso), new ByteArrayInputStream(added))) {
                String name = VolumeNames.initrd(domain, context.ids().token());
                String path = upload(name, "raw", initrd.length() + added.length, bytes, progress);
                return new KernelBoot(kernelPath, path, boot.commandLine());
            }
        } catch (IOException e) {
            throw new IngotException(
                    Kind.INVALID, iso + " cannot be read: " + e.getMessage() + "; download it again.", e);
        }
    }

    private static IsoFiles.Extent require(Path iso, String path) throws IOException {
        Optional<IsoFiles.Extent> found = IsoFiles.find(iso, path);
        return found.orElseThrow(() -> new IngotException(
                Kind.INVALID,
                iso + " has no file " + path
                        + ", from which its installer could be told its answers; install it by hand."));
    }

    private String upload(String name, String format, long length, InputStream bytes, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        files.add(volumes.pathOf(name));
        return volumes.upload(name, format, length, bytes, progress).path();
    }
}
