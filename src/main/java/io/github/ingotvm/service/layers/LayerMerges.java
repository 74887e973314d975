package io.github.ingotvm.service.layers;

import io.github.ingotvm.model.Disk;
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
            named.addAll(NamedFiles.roots(machine));
            scan.snapshotsOf(machine.id()).forEach(s -> named.addAll(graph.roots(s)));
            machine.mark().golden().forEach(g -> g.seals().forEach(s -> sealed.add(s.path())));
        }
    }

    /** What can be merged into images of this machine, the lowest first. */
    public List<LayerMerge> of(VirtualMachine machine) {
        return graph.ownImages(machine).stream()
                .filter(image -> !sealed.contains(image) && isQcow2(image))
                .sorted(Comparator.comparingInt(image -> graph.chain(image).size()))
                .flatMap(image -> into(machine, image).stream())
                .toList();
    }

    private boolean isQcow2(String image) {
        Volume volume = scan.volumes().get(image);
        return volume != null && volume.format().equals("qcow2");
    }

    private Optional<LayerMerge> into(VirtualMachine machine, String image) {
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
        Optional<String> base =
                layers.size() + 1 < chain.size() ? Optional.of(chain.get(layers.size() + 1)) : Optional.empty();
        List<VirtualMachine> users = scan.machines().stream()
                .filter(m -> m.state().isActive())
                .filter(m -> NamedFiles.writableRoots(m).stream()
                        .anyMatch(r -> graph.chain(r).contains(image)))
                .toList();
        Optional<Disk> drive = users.size() == 1 ? drive(users.get(0), image) : Optional.empty();
        boolean written = drive.flatMap(Disk::source).equals(Optional.of(image));
        String lowest = layers.get(layers.size() - 1);
        boolean down = drive.isPresent()
                && !written
                && users.get(0).id().equals(machine.id())
                && canGoDown(machine, image, drive.get(), lowest);
        boolean live = written || down;
        return Optional.of(new LayerMerge(
                image,
                layers,
                base,
                bytes(down ? chain.subList(0, layers.size()) : layers),
                drive.filter(d -> live)
                        .map(d -> new LayerMerge.Drive(users.get(0).id(), d.target())),
                down ? lowest : image,
                live ? List.of() : users));
    }

    private long bytes(List<String> files) {
        return files.stream()
                .mapToLong(f -> Objects.requireNonNull(scan.volumes().get(f)).allocation())
                .sum();
    }

    /**
     * Whether nothing but snapshots of the machine names an image in the middle of its disk's chain, and nothing but that chain stands on it:
     * it can be in another file then.
     */
    private boolean canGoDown(VirtualMachine machine, String image, Disk drive, String lowest) {
        List<String> chain = graph.chain(drive.source().orElseThrow());
        String above = chain.get(chain.indexOf(image) - 1);
        // Here a layer is written to: that nothing stands on it is proved as it is before a file is removed.
        return graph.doubt().isEmpty()
                && VolumeNames.isOurs(Objects.requireNonNull(scan.volumes().get(image)))
                && isQcow2(lowest)
                && !graph.carriesOtherThan(image, List.of(above))
                && scan.machines().stream()
                        .noneMatch(m -> NamedFiles.roots(m).contains(image) || isNamedOtherwise(m, machine, image));
    }

    private boolean isNamedOtherwise(VirtualMachine by, VirtualMachine machine, String image) {
        return scan.snapshotsOf(by.id()).stream()
                .filter(s -> graph.roots(s).contains(image))
                .anyMatch(s -> !by.id().equals(machine.id()) || !s.froze(image));
    }

    private boolean isOnlyCarrying(String layer, String above) {
        Volume volume = scan.volumes().get(layer);
        return volume != null
                && VolumeNames.isOurs(volume)
                && !named.contains(layer)
                && !sealed.contains(layer)
                && !graph.carriesOtherThan(layer, List.of(above));
    }

    private Optional<Disk> drive(VirtualMachine machine, String image) {
        return machine.present().writableDisks().stream()
                .filter(d -> graph.chain(d.source().orElseThrow()).contains(image))
                .findFirst();
    }
}
