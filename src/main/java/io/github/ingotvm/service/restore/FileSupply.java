package io.github.ingotvm.service.restore;

import io.github.ingotvm.format.Appliance;
import io.github.ingotvm.format.ApplianceWriter;
import io.github.ingotvm.format.ImportableDisk;
import io.github.ingotvm.format.MalformedException;
import io.github.ingotvm.format.Ovf;
import io.github.ingotvm.format.SafeXml;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.install.ImageImport;
import io.github.ingotvm.service.install.ImageRecord;
import io.github.ingotvm.service.names.VolumeNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** A file of this computer: a copy of the damaged one, an exported golden image, or an image of the disk in any format. */
final class FileSupply implements Supply {
    private static final int BUFFER = 1 << 20;

    private final Context context;
    private final Path file;
    private Optional<String> digest = Optional.empty();

    FileSupply(Context context, Path file) {
        this.context = context;
        this.file = file;
    }

    @Override
    public Optional<By> stage(Damage.Lost lost, Progress progress) {
        try {
            if (Appliance.is(file)) {
                return ofAppliance(lost, progress);
            }
            if (lost.digest().isPresent() && lost.digest().get().equals(digest(progress))) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    upload(lost, Files.size(file), bytes, progress);
                }
                return Optional.of(By.BYTES);
            }
            return ofImage(lost, progress);
        } catch (MalformedException e) {
            return Optional.empty(); // no image, or one that names other files
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, file + " cannot be read; check the path and its permissions.", e);
        }
    }

    private Optional<By> ofAppliance(Damage.Lost lost, Progress progress) throws IOException {
        try (Appliance appliance = Appliance.open(file)) {
            Optional<byte[]> variables = appliance.note(ImageImport.VARIABLES);
            if (variables.isPresent()
                    && lost.digest()
                            .filter(HexFormat.of().formatHex(sha256().digest(variables.get()))::equals)
                            .isPresent()) {
                upload(lost, variables.get().length, new ByteArrayInputStream(variables.get()), progress);
                return Optional.of(By.BYTES);
            }
            Optional<byte[]> note = appliance.note(ApplianceWriter.METADATA);
            if (note.isEmpty() || lost.content().isEmpty()) {
                return Optional.empty();
            }
            ImageRecord record = ImageRecord.read(SafeXml.read(new ByteArrayInputStream(note.get())));
            List<Ovf.Disk> disks = appliance.ovf().disks();
            for (int i = 0; i < Math.min(disks.size(), record.disks().size()); i++) {
                Optional<Ovf.File> part = disks.get(i).file();
                if (part.isPresent() && record.disks().get(i).content().equals(lost.content())) {
                    appliance.verify(part.get(), telling(progress));
                    put(lost, appliance.disk(part.get()), progress);
                    return Optional.of(By.CONTENT);
                }
            }
            return Optional.empty();
        }
    }

    private Optional<By> ofImage(Damage.Lost lost, Progress progress) throws IOException {
        if (lost.content().isEmpty()) {
            return Optional.empty();
        }
        try (ImportableDisk disk = ImportableDisk.open(file)) {
            if (!disk.content(telling(progress)).equals(lost.content())) {
                return Optional.empty();
            }
            put(lost, disk, progress);
            return Optional.of(By.CONTENT);
        }
    }

    private void put(Damage.Lost lost, ImportableDisk disk, Progress progress) throws IOException {
        ImportableDisk.Image image = disk.prepare(telling(progress));
        try (InputStream bytes = image.open()) {
            upload(lost, image.length(), bytes, progress);
        }
    }

    private void upload(Damage.Lost lost, long length, InputStream bytes, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        String format = lost.path().endsWith(".fd") ? "raw" : "qcow2";
        volumes.upload(VolumeNames.restoring(lost.path()), format, length, bytes, progress);
    }

    private String digest(Progress progress) throws IOException {
        if (digest.isEmpty()) {
            MessageDigest sum = sha256();
            try (InputStream in = Files.newInputStream(file)) {
                byte[] buffer = new byte[BUFFER];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    progress.check();
                    sum.update(buffer, 0, n);
                    progress.report(-1, "Reading " + file.getFileName());
                }
            }
            digest = Optional.of(HexFormat.of().formatHex(sum.digest()));
        }
        return digest.get();
    }

    private static DoubleConsumer telling(Progress progress) {
        return fraction -> {
            progress.check();
            progress.report(fraction, "Reading");
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
