package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The disks that make up the state of a machine or snapshot: those that it writes to, and the layers that it only reads together with
 * others, as a clone does with a shared data disk. What else is read-only, such as a disk of the user's own, is no part of it.
 */
public final class StateDisks {
    private StateDisks() {}

    /** In the order of the definition. Costs a look at the whole host only where a read-only disk is none that Ingot made. */
    public static List<Disk> of(Hardware hardware, Hypervisor hypervisor) {
        return of(
                hardware,
                path -> hypervisor.volumes().find(path),
                path -> new LayerGraph(Scan.of(hypervisor)).isLayer(path));
    }

    /** The same of a host as it was when it was read. */
    public static List<Disk> of(Hardware hardware, Scan scan) {
        return of(
                hardware,
                path -> Optional.ofNullable(scan.volumes().get(path)),
                path -> new LayerGraph(scan).isLayer(path));
    }

    private static List<Disk> of(
            Hardware hardware, Function<String, Optional<Volume>> volumes, Predicate<String> isLayer) {
        return hardware.disks().stream()
                .filter(d -> d.isWritableDisk() || (d.isImage() && (isOurs(d, volumes) || isLayer.test(image(d)))))
                .toList();
    }

    private static boolean isOurs(Disk disk, Function<String, Optional<Volume>> volumes) {
        return disk.format().equals("qcow2")
                && volumes.apply(image(disk)).filter(VolumeNames::isOurs).isPresent();
    }

    private static String image(Disk disk) {
        return disk.source().orElseThrow();
    }
}
