package io.github.ingotvm.service.install;

import io.github.ingotvm.format.Appliance;
import io.github.ingotvm.format.DiskFormat;
import io.github.ingotvm.format.ImportableDisk;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.service.context.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An image of the user's that a machine may stand on where it is: plain, known to libvirt, and written to by nobody. */
record InPlace(Context context, Path file) {
    /** Why it has to be copied, as a sentence; empty when it may stay. */
    Optional<String> obstacle() {
        return kind().or(this::place).or(this::writer);
    }

    /** @throws IngotException {@code INVALID}, {@code IN_USE} when it has to be copied */
    void require() {
        kind().map(why -> file + " cannot be used in place. " + why)
                .or(this::place)
                .ifPresent(why -> {
                    throw new IngotException(Kind.INVALID, why);
                });
        writer().ifPresent(why -> {
            throw new IngotException(Kind.IN_USE, why);
        });
    }

    DiskFormat format() {
        return ImageImport.reading(file, f -> {
            try (ImportableDisk disk = ImportableDisk.open(f)) {
                return disk.format();
            }
        });
    }

    /** As libvirt knows it. */
    String path() {
        return ImageImport.reading(file, f -> f.toRealPath().toString());
    }

    private Optional<String> kind() {
        return ImageImport.reading(file, f -> {
            if (Appliance.is(f)) {
                return Optional.of("An appliance can only be copied.");
            }
            try (ImportableDisk disk = ImportableDisk.open(f)) {
                return disk.isUsableInPlace()
                        ? Optional.empty()
                        : Optional.of("Only plain qcow2 and raw images can be used where they are; let it be copied.");
            }
        });
    }

    private Optional<String> place() {
        Volumes volumes = context.hypervisor().volumes();
        if (volumes.find(path()).isPresent()) {
            return Optional.empty();
        }
        List<String> folders = volumes.pools().stream()
                .filter(p -> p.active() && !p.path().isEmpty())
                .map(Pool::path)
                .toList();
        return Optional.of(
                file + " lies in no storage pool, so libvirt would not know that it is needed; move it to one ("
                        + String.join(", ", folders) + "), or let it be copied.");
    }

    private Optional<String> writer() {
        String path = path();
        return context.inventory().machines().stream()
                .filter(m -> m.hardware().writableDisks().stream()
                        .anyMatch(d -> d.source().filter(path::equals).isPresent()))
                .findFirst()
                .map(m -> file + " is the disk of " + m.displayName() + ", which writes to it; clone that instead.");
    }
}
