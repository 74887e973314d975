package io.github.ingotvm.model;

import java.util.OptionalInt;

/**
 * Where a clone came from, as it was at the time of cloning.
 *
 * @param source the machine it was cloned from
 * @param sourceName that machine's name then
 * @param snapshot the snapshot it stands on (linked) or was copied from (full)
 * @param snapshotName that snapshot's name then
 * @param version the golden version, when it was one
 * @param linked whether the clone shares layers with its source
 */
public record Lineage(
        MachineId source,
        String sourceName,
        SnapshotId snapshot,
        String snapshotName,
        OptionalInt version,
        boolean linked) {
    /** The same of a clone that depends on nothing any more. */
    public Lineage detached() {
        return new Lineage(source, sourceName, snapshot, snapshotName, version, false);
    }
}
