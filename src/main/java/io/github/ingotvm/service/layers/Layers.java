package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.Begun;
import io.github.ingotvm.service.work.LeftFiles;
import io.github.ingotvm.service.work.OperationLock;
import io.github.ingotvm.service.work.TaskScope;
import io.github.ingotvm.service.work.TaskScope.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes overlays, and removes volumes that are proved unneeded. The only place that deletes. */
public final class Layers {
    private static final Logger LOG = LoggerFactory.getLogger(Layers.class);

    /** How long the one who wants files gone waits for that; most work ends sooner. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Hypervisor hypervisor;
    private final QuietMoment quiet;
    private final LeftFiles left;

    public Layers(Hypervisor hypervisor, OperationLock lock) {
        this.hypervisor = hypervisor;
        this.quiet = new QuietMoment(hypervisor, lock);
        this.left = new LeftFiles(lock.folder());
        lock.afterwards(this::dropLeft);
    }

    /**
     * Begins an overlay on each of these disks.
     *
     * @param name gives the volume's name for a drive's target
     * @param made receives each path before its volume is asked for, so that a failure half-way can be cleaned up
     */
    public Begun overlays(TaskScope tasks, List<Disk> disks, UnaryOperator<String> name, Collection<String> made) {
        Volumes volumes = hypervisor.volumes();
        return images(
                disks,
                name,
                made,
                (volume, disk) -> tasks.begin(
                        () -> volumes.createOverlay(volume, disk.source().orElseThrow(), disk.format())));
    }

    /** Copies each of these disks with all it stands on, one after the other: two at a time would only make the host's disk seek. */
    public Begun copies(List<Disk> disks, UnaryOperator<String> name, Collection<String> made, Progress progress) {
        Volumes volumes = hypervisor.volumes();
        return images(disks, name, made, (volume, disk) -> {
            String path = volumes.copy(volume, disk.source().orElseThrow(), "qcow2", progress)
                    .path();
            return () -> path;
        });
    }

    private Begun images(
            List<Disk> disks,
            UnaryOperator<String> name,
            Collection<String> made,
            BiFunction<String, Disk, Task<String>> begin) {
        Map<String, String> paths = new HashMap<>();
        List<Task<String>> making = new ArrayList<>();
        for (Disk disk : disks) {
            String volume = name.apply(disk.target());
            String path = hypervisor.volumes().pathOf(volume);
            made.add(path);
            paths.put(disk.target(), path);
            making.add(begin.apply(volume, disk));
        }
        return new Begun(paths, making);
    }

    /**
     * Removes those of the candidates, and of what they stand on, that nothing on the connection needs and that Ingot made. While other work
     * is under way nothing can be proved: they go when that has ended then. Never fails: what cannot be proved or removed stays, and
     * Check names it.
     */
    public void dropUnneeded(Collection<String> candidates) {
        if (candidates.isEmpty() || drop(candidates, PATIENCE)) {
            return;
        }
        LOG.info("Removed once other work has ended: {}", candidates);
        try {
            left.add(candidates);
        } catch (IngotException e) {
            LOG.warn("Left for Check: {}", candidates, e);
        }
    }

    private void dropLeft() {
        if (left.areThere()) {
            drop(List.of(), Duration.ZERO);
        }
    }

    /** Whether it was the time for it. */
    private boolean drop(Collection<String> candidates, Duration patience) {
        try {
            return quiet.within(patience, () -> {
                        Set<String> all = new HashSet<>(candidates);
                        all.addAll(left.take());
                        return removeUnneeded(all, graph());
                    })
                    .isPresent();
        } catch (IngotException e) {
            LOG.warn("Left for Check: {}", candidates, e);
            return true;
        }
    }

    /**
     * Removes what disposable clones left that have ended. Never fails, as above.
     *
     * @param patience how long to wait for other work to end; nothing is done while any is under way
     * @return whether nothing is left of them
     */
    public boolean dropDisposed(Duration patience) {
        try {
            return quiet.within(patience, this::removeDisposed).orElse(false);
        } catch (IngotException e) {
            LOG.warn("What disposable clones left stays for now", e);
            return false;
        }
    }

    private boolean removeDisposed() {
        LayerGraph graph = graph();
        List<Volume> left = graph.disposed();
        return removeUnneeded(List.of(), graph).containsAll(left);
    }

    private LayerGraph graph() {
        return new LayerGraph(Scan.whole(hypervisor, Progress.NONE));
    }

    private List<Volume> removeUnneeded(Collection<String> candidates, LayerGraph graph) {
        if (graph.doubt().isPresent()) {
            LOG.warn("Nothing removed: {}", graph.doubt().get());
            return List.of();
        }
        graph.outlived().forEach(mark -> hypervisor.volumes().delete(mark.path()));
        Set<String> chains = new HashSet<>();
        candidates.forEach(c -> chains.addAll(graph.chain(c)));
        graph.disposed().forEach(v -> chains.addAll(graph.chain(v.path())));
        List<Volume> unneeded =
                graph.unneeded().stream().filter(v -> chains.contains(v.path())).toList();
        return remove(unneeded, graph);
    }

    /** Removes these, those on top first, but not what a volume that stays stands on. Gives those that went. */
    public List<Volume> remove(List<Volume> volumes, LayerGraph graph) {
        Set<String> going = volumes.stream().map(Volume::path).collect(Collectors.toCollection(HashSet::new));
        List<Volume> removed = new ArrayList<>();
        for (Volume volume : volumes) {
            if (graph.carriesOtherThan(volume.path(), going)) {
                LOG.debug("{} stays: an unneeded volume stands on it", volume.path());
                going.remove(volume.path());
                continue;
            }
            try {
                if (VolumeNames.isSecret(volume)) {
                    hypervisor.volumes().wipe(volume.path());
                }
                hypervisor.volumes().delete(volume.path());
                removed.add(volume);
            } catch (IngotException e) {
                LOG.warn("{} stays: {}", volume.path(), e.getMessage(), e);
                going.remove(volume.path());
            }
        }
        return removed;
    }
}
