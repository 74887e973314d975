package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Volume;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes overlays, and removes volumes that are proved unneeded. The only place that deletes. */
final class Layers {
    private static final Logger LOG = LoggerFactory.getLogger(Layers.class);

    private final Hypervisor hypervisor;
    private final OperationLock lock;

    Layers(Hypervisor hypervisor, OperationLock lock) {
        this.hypervisor = hypervisor;
        this.lock = lock;
    }

    /**
     * An overlay on each of these disks.
     *
     * @param name gives the volume's name for a drive's target
     * @param made receives each path as soon as its volume is asked for, so that a failure half-way can be cleaned up
     * @return drive target to the overlay's path
     */
    Map<String, String> overlays(List<Disk> disks, UnaryOperator<String> name, Collection<String> made) {
        Volumes volumes = hypervisor.volumes();
        Map<String, String> overlays = new HashMap<>();
        for (Disk disk : disks) {
            String volumeName = name.apply(disk.target());
            made.add(volumes.pathOf(volumeName));
            Volume overlay = volumes.createOverlay(volumeName, disk.source().orElseThrow(), disk.format());
            overlays.put(disk.target(), overlay.path());
        }
        return overlays;
    }

    /**
     * Removes those of the candidates, and of what they stand on, that nothing on the connection needs and that Ingot made. Never
     * fails: what cannot be proved or removed now stays, and Check names it.
     */
    void dropUnneeded(Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        try {
            lock.alone(() -> {
                LayerGraph graph = new LayerGraph(Scan.of(hypervisor));
                if (graph.doubt().isPresent()) {
                    LOG.warn("Nothing removed: {}", graph.doubt().get());
                    return 0;
                }
                Set<String> chains = new HashSet<>();
                candidates.forEach(c -> chains.addAll(graph.chain(c)));
                List<Volume> unneeded = graph.unneeded().stream()
                        .filter(v -> chains.contains(v.path()))
                        .toList();
                return remove(unneeded, graph);
            });
        } catch (IngotException e) {
            LOG.warn("Left for Check: {}", candidates, e);
        }
    }

    /** Removes these in order, skipping what a volume that stays stands on. Gives how many went. */
    int remove(List<Volume> volumes, LayerGraph graph) {
        List<String> going = volumes.stream().map(Volume::path).toList();
        int removed = 0;
        for (Volume volume : volumes) {
            if (graph.carriesOtherThan(volume.path(), going)) {
                LOG.debug("{} stays: an unneeded volume stands on it", volume.path());
                continue;
            }
            try {
                hypervisor.volumes().delete(volume.path());
                removed++;
            } catch (IngotException e) {
                LOG.warn("{} stays: {}", volume.path(), e.getMessage(), e);
            }
        }
        return removed;
    }
}
