package io.github.ingotvm.service.restore;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.layers.StateDisks;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The layers that the snapshot of a golden version froze, as its seals tell: those that no other of its files stands on, in the order of its
 * disks.
 *
 * @param missing a file of it that is not there, so that the others tell too little
 */
record FrozenDisks(GoldenVersion version, List<String> tops, Optional<String> missing, Scan scan, LayerGraph graph) {
    static FrozenDisks of(GoldenVersion version, Scan scan) {
        List<String> layers = version.seals().stream()
                .map(Seal::path)
                .filter(p -> !p.endsWith("/" + VolumeNames.nvramOf(version.snapshot())))
                .toList();
        Set<String> below = layers.stream()
                .map(scan.volumes()::get)
                .filter(Objects::nonNull)
                .flatMap(v -> v.backing().stream())
                .collect(Collectors.toSet());
        return new FrozenDisks(
                version,
                layers.stream().filter(p -> !below.contains(p)).toList(),
                layers.stream().filter(p -> !scan.volumes().containsKey(p)).findFirst(),
                scan,
                new LayerGraph(scan));
    }

    /** Which of them belongs to which disk of a machine that has as many, of the same sizes; by their targets. */
    Optional<Map<String, String>> on(Hardware hardware) {
        List<Disk> disks = StateDisks.of(hardware, scan);
        Set<String> targets = disks.stream().map(Disk::target).collect(Collectors.toSet());
        boolean others =
                !version.contents().isEmpty() && !version.contents().keySet().equals(targets);
        if (disks.size() != tops.size() || disks.isEmpty() || others) {
            return Optional.empty();
        }
        Map<String, String> byDisk = new LinkedHashMap<>();
        Set<String> left = new LinkedHashSet<>(tops);
        for (Disk disk : disks) {
            // Where it stands on one of them that is certain; else they come in the same order.
            Optional<String> top = graph.chain(disk.source().orElseThrow()).stream()
                    .filter(left::contains)
                    .findFirst()
                    .or(() -> left.stream().findFirst());
            left.remove(top.orElseThrow());
            byDisk.put(disk.target(), top.get());
        }
        boolean alike = disks.stream()
                .allMatch(d -> capacity(d.source().orElseThrow()) == capacity(byDisk.getOrDefault(d.target(), "")));
        return alike ? Optional.of(byDisk) : Optional.empty();
    }

    private long capacity(String path) {
        return Optional.ofNullable(scan.volumes().get(path))
                .map(Volume::capacity)
                .orElse(-1L);
    }
}
