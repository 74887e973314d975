package io.github.ingotvm.service.layers;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.FormerState;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that machines, snapshots and former states name themselves; what those stand on is the {@link LayerGraph}'s to know. */
public final class NamedFiles {
    private NamedFiles() {}

    /** Every image a machine's present state names, and its former one where that is kept: disks, media, firmware variables. */
    public static Set<String> roots(VirtualMachine machine) {
        Set<String> roots = files(machine.hardware());
        machine.live().ifPresent(h -> roots.addAll(files(h)));
        machine.mark().former().ifPresent(f -> roots.addAll(files(f)));
        return roots;
    }

    /** What going back to a former state needs. */
    public static Set<String> files(FormerState former) {
        Set<String> files = new LinkedHashSet<>(former.disks().values());
        former.nvram().ifPresent(files::add);
        return files;
    }

    /** The images a machine writes to when it runs. */
    public static Set<String> writableRoots(VirtualMachine machine) {
        Set<String> roots = new LinkedHashSet<>();
        machine.hardware().writableDisks().forEach(d -> d.source().ifPresent(roots::add));
        machine.live().ifPresent(h -> h.writableDisks().forEach(d -> d.source().ifPresent(roots::add)));
        return roots;
    }

    static Set<String> frozen(Snapshot snapshot) {
        Set<String> frozen = new LinkedHashSet<>();
        snapshot.hardware().writableDisks().forEach(d -> d.source().ifPresent(frozen::add));
        return frozen;
    }

    /** The files that a snapshot itself brought into being: its layers and its memory. */
    public static Set<String> own(Snapshot snapshot) {
        Set<String> own = frozen(snapshot);
        snapshot.memory().ifPresent(own::add);
        return own;
    }

    /** The files without which a snapshot is worth nothing: those, and the disks that are only read. */
    public static Set<String> vital(Snapshot snapshot) {
        Set<String> vital = own(snapshot);
        vital.addAll(images(snapshot));
        return vital;
    }

    /** What is in the disks of a snapshot, in those that are only read too; no media. */
    public static Set<String> images(Snapshot snapshot) {
        return images(snapshot.hardware());
    }

    /** What is in a machine's disks, in those that are only read too; no media. */
    public static Set<String> images(VirtualMachine machine) {
        Set<String> images = images(machine.hardware());
        machine.live().ifPresent(h -> images.addAll(images(h)));
        return images;
    }

    private static Set<String> images(Hardware hardware) {
        return hardware.disks().stream()
                .filter(Disk::isImage)
                .flatMap(d -> d.source().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Set<String> files(Hardware hardware) {
        Set<String> files = new LinkedHashSet<>();
        hardware.disks().stream().map(Disk::source).forEach(s -> s.ifPresent(files::add));
        hardware.nvram().ifPresent(files::add);
        hardware.kernel().ifPresent(k -> files.addAll(List.of(k.kernel(), k.initrd())));
        return files;
    }
}
