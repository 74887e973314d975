package io.github.ingotvm.model;

import java.time.Instant;
import java.util.List;

/**
 * The mark of a promoted snapshot.
 *
 * @param number 1 for v1; never used again within its machine, not even after a demotion
 * @param snapshot the promoted snapshot
 * @param note what is new, for people; may be empty
 * @param author who promoted it, in the words of that person's system; may be empty
 * @param promoted when
 * @param seals how its layers looked then, to notice a change of what must never change
 */
public record GoldenVersion(
        int number, SnapshotId snapshot, String note, String author, Instant promoted, List<Seal> seals) {
    public GoldenVersion {
        seals = List.copyOf(seals);
    }

    /** A layer's path, its {@linkplain Volume#allocation allocation} and its {@linkplain Volume#modified stamp}. */
    public record Seal(String path, long allocation, String modified) {
        public static Seal of(Volume volume) {
            return new Seal(volume.path(), volume.allocation(), volume.modified());
        }
    }

    public GoldenVersion noted(String newNote) {
        return new GoldenVersion(number, snapshot, newNote, author, promoted, seals);
    }

    /** {@code v1}, {@code v2}, … */
    public String label() {
        return "v" + number;
    }
}
