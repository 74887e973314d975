package io.github.ingotvm.service.layers;

import io.github.ingotvm.model.LayerMerge;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds layers that are needed for nothing but to carry one other image: no machine, snapshot or former state names them, no golden image
 * is sealed with them, and one volume alone stands on them.
 */
public final class LayerMerges {
    private final Scan scan;
    private final LayerGraph graph;
    private final Set<String> named = new HashSet<>();
    private final Set<String> sealed = new HashSet<>();

    public LayerMerges(Scan scan) {
        this.scan = scan;
        this.graph = new LayerGraph(scan);
        for (VirtualMachine machine : scan.machines()) {
            named.addAll(LayerGraph.roots(machine));
            scan.snapshotsOf(machine.id()).forEach(s -> named.addAll(graph.roots(s)));
            machine.mark().golden().forEach(g -> g.seals().forEach(s -> sealed.add(s.path())));
        }
    }

    /** What can be merged into images of this machine, the lowest first. */
    public List<LayerMerge> of(VirtualMachine machine) {
        return graph.ownImages(machine).stream()
                .filter(image -> !sealed.contains(image) && isQcow2(image))
                .sorted(Comparator.comparingInt(image -> graph.chain(image).size()))
                .flatMap(image -> into(image).stream())
                .toList();
    }

    private boolean isQcow2(String image) {
        Volume volume = scan.volumes().get(image);
        return volume != null && volume.format().equals("qcow2");
    }

    private Optional<LayerMerge> into(String image) {
        List<String> chain = graph.chain(image);
        List<String> layers = new ArrayList<>();
        String above = image;
        for (String layer : chain.subList(1, chain.size())) {
            if (!isOnlyCarrying(layer, above)) {
                break;
            }
            layers.add(layer);
            above = layer;
        }
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        int rest = 1 + layers.size();
        long bytes = layers.stream()
                .mapToLong(l -> Objects.requireNonNull(scan.volumes().get(l)).allocation())
                .sum();
        List<VirtualMachine> users = scan.machines().stream()
                .filter(m -> m.state().isActive())
                .filter(m -> LayerGraph.writableRoots(m).stream()
                        .anyMatch(r -> graph.chain(r).contains(image)))
                .toList();
        Optional<LayerMerge.Drive> live = users.size() == 1 ? drive(users.get(0), image) : Optional.empty();
        return Optional.of(new LayerMerge(
                image,
                layers,
                rest < chain.size() ? Optional.of(chain.get(rest)) : Optional.empty(),
                bytes,
                live,
                live.isPresent() ? List.of() : users));
    }

    private boolean isOnlyCarrying(String layer, String above) {
        Volume volume = scan.volumes().get(layer);
        return volume != null
                && VolumeNames.isOurs(volume)
                && !named.contains(layer)
                && !sealed.contains(layer)
                && !graph.carriesOtherThan(layer, List.of(above));
    }

    private static Optional<LayerMerge.Drive> drive(VirtualMachine machine, String image) {
        return machine.present().writableDisks().stream()
                .filter(d -> d.source().equals(Optional.of(image)))
                .findFirst()
                .map(d -> new LayerMerge.Drive(machine.id(), d.target()));
    }
}
