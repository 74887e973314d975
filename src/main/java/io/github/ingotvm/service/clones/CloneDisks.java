package io.github.ingotvm.service.clones;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.machines.DriveNames;
import io.github.ingotvm.service.work.Begun;
import io.github.ingotvm.service.work.TaskScope;
import io.github.ingotvm.service.work.TaskScope.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * The disks of a clone. The system's, which is the first, is always carried on; the others come as the golden image says: carried on, too,
 * empty, or shared. A full clone shares nothing, for it depends on nothing.
 */
final class CloneDisks {
    private final List<Disk> carried = new ArrayList<>();
    private final List<Disk> empty = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, Long> fresh = new LinkedHashMap<>();

    /** @param newDisks bytes of each of those that its mould does not have */
    CloneDisks(Cloner.Origin origin, boolean full, List<Long> newDisks) {
        DriveNames names = new DriveNames(
                List.of(origin.snapshot().hardware()), origin.machine().displayName());
        newDisks.forEach(size -> fresh.put(names.take(), size));
        List<Disk> all = origin.disks();
        for (Disk disk : all) {
            switch (role(disk, origin)) {
                case LINKED -> carried.add(disk);
                case EMPTY -> empty.add(disk);
                case SHARED -> {
                    if (full) {
                        carried.add(disk);
                    } else {
                        shared.put(disk.target(), disk.source().orElseThrow());
                    }
                }
            }
        }
    }

    private static DiskRole role(Disk disk, Cloner.Origin origin) {
        if (origin.golden().isEmpty()) {
            return disk.readOnly() ? DiskRole.SHARED : DiskRole.LINKED;
        }
        return disk.equals(origin.disks().get(0))
                ? DiskRole.LINKED
                : origin.machine().mark().series().role(disk.target());
    }

    /** Those to be carried on. */
    List<Disk> carried() {
        return carried;
    }

    /** Targets of those that are only read, to the layers that others read too. */
    Map<String, String> shared() {
        return shared;
    }

    /** Targets of those that its mould does not have. */
    Set<String> fresh() {
        return fresh.keySet();
    }

    /** The carried ones as begun by the caller, with the empty and the new ones, which are begun here. */
    Begun with(Begun begun, Volumes volumes, UnaryOperator<String> name, TaskScope tasks, Collection<String> files) {
        Map<String, String> paths = new HashMap<>(begun.paths());
        List<Task<String>> making = new ArrayList<>(begun.making());
        Map<String, LongSupplier> sizes = new LinkedHashMap<>();
        empty.forEach(disk -> sizes.put(disk.target(), () -> capacity(disk, volumes)));
        fresh.forEach((target, size) -> sizes.put(target, () -> size));
        sizes.forEach((target, size) -> {
            String volume = name.apply(target);
            String path = volumes.pathOf(volume);
            files.add(path);
            paths.put(target, path);
            making.add(
                    tasks.begin(() -> volumes.create(volume, size.getAsLong()).path()));
        });
        return new Begun(paths, making);
    }

    private static long capacity(Disk disk, Volumes volumes) {
        return disk.source()
                .flatMap(volumes::find)
                .map(Volume::capacity)
                .orElseThrow(() -> new IngotException(
                        Kind.FAILED,
                        "The size of the disk " + disk.target() + " cannot be told, for its file "
                                + disk.source().orElse("") + " is gone or in no storage pool."));
    }
}
