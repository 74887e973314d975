package io.github.ingotvm.service.layers;

import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What {@link Layers} would remove, as far as one look tells. */
public final class Removal {
    private final Map<String, Volume> volumes;
    private final LayerGraph graph;
    private final Set<String> underForeign = new HashSet<>();
    private final boolean possible;

    public Removal(Scan scan, LayerGraph graph) {
        this.volumes = scan.volumes();
        this.graph = graph;
        this.possible = graph.doubt().isEmpty();
        volumes.values().stream()
                .filter(v -> !VolumeNames.isOurs(v))
                .forEach(v -> underForeign.addAll(graph.chain(v.path())));
    }

    /** Whether it can be proved now what nothing needs: else nothing is removed at all. */
    public boolean isPossible() {
        return possible;
    }

    /** Bytes on the host's disk that are free once nothing needs these files any more: only what Ingot made goes, and on which nothing stays. */
    public long freed(Collection<String> files) {
        if (!possible) {
            return 0;
        }
        List<Volume> candidates = files.stream()
                .filter(p -> !underForeign.contains(p))
                .map(volumes::get)
                .filter(Objects::nonNull)
                .filter(VolumeNames::isOurs)
                .sorted(Comparator.comparingInt(v -> -graph.chain(v.path()).size()))
                .toList();
        Set<String> going = new HashSet<>();
        candidates.forEach(v -> going.add(v.path()));
        long bytes = 0;
        for (Volume volume : candidates) {
            if (graph.carriesOtherThan(volume.path(), going)) {
                going.remove(volume.path());
            } else {
                bytes += volume.allocation();
            }
        }
        return bytes;
    }
}
