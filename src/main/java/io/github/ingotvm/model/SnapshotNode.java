package io.github.ingotvm.model;

import java.util.List;
import java.util.Optional;

/**
 * A snapshot in its machine's tree.
 *
 * @param depth 0 for those without a parent
 * @param golden its mark, when it is promoted
 * @param size bytes that the layers it froze take on the host's disk
 * @param clones names of other machines that stand on those layers
 */
public record SnapshotNode(
        Snapshot snapshot, int depth, Optional<GoldenVersion> golden, long size, List<String> clones) {}
