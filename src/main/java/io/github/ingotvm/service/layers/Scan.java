package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything on a connection, read once.
 *
 * @param machines all of them
 * @param snapshots of every machine
 * @param volumes of every active pool, by path; and, where they were looked for, images that lie in none
 * @param pools all of them
 */
public record Scan(
        List<VirtualMachine> machines,
        Map<MachineId, List<Snapshot>> snapshots,
        Map<String, Volume> volumes,
        List<Pool> pools) {
    /**
     * Volumes are read before snapshots, and those before machines: an operation of somebody else that makes a volume, then freezes with a
     * snapshot what a machine stood on and lets it go on with the volume, is seen before or after any of its steps, never as a volume that
     * nobody needs.
     */
    public static Scan of(Hypervisor hypervisor) {
        return of(hypervisor, Progress.NONE);
    }

    /** The same, telling how far it is. */
    public static Scan of(Hypervisor hypervisor, Progress progress) {
        progress.report(-1, "Looking at the storage");
        Map<String, Volume> volumes = new LinkedHashMap<>();
        List<Pool> pools = hypervisor.volumes().pools();
        hypervisor.volumes().list().forEach(v -> volumes.put(v.path(), v));
        progress.check();
        progress.report(0.3, "Looking at the snapshots");
        Map<MachineId, List<Snapshot>> snapshots =
                new HashMap<>(hypervisor.snapshots().all());
        progress.check();
        progress.report(0.7, "Looking at the machines");
        List<VirtualMachine> machines = hypervisor.machines().list();
        machines.stream()
                .filter(VirtualMachine::isImageOnly)
                .forEach(m -> snapshots.computeIfPresent(m.id(), (id, all) -> goldenOnly(m, all)));
        return new Scan(machines, snapshots, volumes, pools);
    }

    /** Of a deleted machine whose golden image lives on, the other snapshots are gone: a record that is left counts for nothing. */
    private static List<Snapshot> goldenOnly(VirtualMachine image, List<Snapshot> all) {
        return all.stream().filter(s -> image.mark().golden(s.id()).isPresent()).toList();
    }

    /**
     * The same with the images that machines use though no pool knows them, and all that those stand on, as far as they can be seen: what is
     * not to be lost to them is known only so.
     */
    public static Scan whole(Hypervisor hypervisor, Progress progress) {
        Scan scan = of(hypervisor, progress);
        Set<String> looked = new HashSet<>();
        Set<String> unseen = new Visibility(scan).unseen();
        while (looked.addAll(unseen)) {
            for (String path : unseen) {
                hypervisor
                        .volumes()
                        .findOutside(path)
                        .ifPresent(v -> scan.volumes().put(path, v));
            }
            unseen = new Visibility(scan).unseen();
        }
        return scan;
    }

    public List<Snapshot> snapshotsOf(MachineId id) {
        return snapshots.getOrDefault(id, List.of());
    }
}
