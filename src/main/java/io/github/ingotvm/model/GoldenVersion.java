package io.github.ingotvm.model;

import java.time.Instant;

/**
 * The mark of a promoted snapshot.
 *
 * @param number 1 for v1; never used again within its machine, not even after a demotion
 * @param snapshot the promoted snapshot
 * @param note what is new, for people; may be empty
 * @param promoted when
 */
public record GoldenVersion(int number, SnapshotId snapshot, String note, Instant promoted) {
    /** {@code v1}, {@code v2}, … */
    public String label() {
        return "v" + number;
    }
}
