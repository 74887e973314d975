package io.github.ingotvm.service.restore;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.layers.StateDisks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is damaged of a version, and what would put it right.
 *
 * @param files the damaged ones
 * @param lost what may be put back, by path: a file with bytes that are sealed, or the top of a chain whose content is
 * @param chains for each disk, the files from its top down
 */
record Damage(List<String> files, Map<String, Lost> lost, List<List<String>> chains) {
    /**
     * A file that may be put back.
     *
     * @param digest SHA-256 of its bytes, when it is damaged itself and was sealed
     * @param content digest of what a guest sees on the disk that it is the top of
     */
    record Lost(String path, Optional<String> digest, Optional<String> content) {}

    static Damage of(Context context, Verification damaged) {
        List<String> files = damaged.damaged();
        Optional<Snapshot> snapshot = context.hypervisor()
                .snapshots()
                .find(damaged.machine().id(), damaged.version().snapshot());
        Scan scan = Scan.of(context.hypervisor());
        LayerGraph graph = new LayerGraph(scan);
        Map<String, Lost> lost = new LinkedHashMap<>();
        List<List<String>> chains = new ArrayList<>();
        for (Disk disk : snapshot.map(s -> StateDisks.of(s.hardware(), scan)).orElse(List.of())) {
            String top = disk.source().orElseThrow();
            List<String> chain = graph.chain(top);
            chains.add(chain);
            if (chain.stream().anyMatch(files::contains)) {
                lost.put(
                        top,
                        new Lost(top, digest(damaged, top), damaged.version().content(disk.target())));
            }
        }
        for (String file : files) {
            lost.computeIfAbsent(file, f -> new Lost(f, digest(damaged, f), Optional.empty()));
        }
        return new Damage(files, lost, chains);
    }

    private static Optional<String> digest(Verification damaged, String path) {
        return damaged.damaged().contains(path)
                ? GoldenRestorer.seal(damaged, path).flatMap(s -> s.digest())
                : Optional.empty();
    }

    /**
     * Whether nothing of the damage matters to the version any more.
     *
     * @param restored paths of the files that were put back, and how
     */
    boolean isCovered(Map<String, Supply.By> restored) {
        Set<String> left = new LinkedHashSet<>(files);
        left.removeAll(restored.keySet());
        for (List<String> chain : chains) {
            for (String path : chain) {
                if (restored.get(path) == Supply.By.CONTENT) {
                    // It stands on nothing now. Below a file that is gone nobody knows what there was.
                    left.removeAll(chain.subList(chain.indexOf(path), chain.size()));
                    left.removeIf(f -> !f.endsWith(".fd") && chains.stream().noneMatch(c -> c.contains(f)));
                }
            }
        }
        return left.isEmpty();
    }
}
