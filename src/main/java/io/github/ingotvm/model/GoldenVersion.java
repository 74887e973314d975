package io.github.ingotvm.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mark of a promoted snapshot.
 *
 * @param number 1 for v1; never used again within its machine, not even after a demotion
 * @param snapshot the promoted snapshot
 * @param note what is new, for people; may be empty
 * @param author who promoted it, in the words of that person's system; may be empty
 * @param promoted when
 * @param seals how its layers looked then, to notice a change of what must never change
 * @param contents digests of what a guest sees on its disks, by the drives' targets, however that is kept; an empty one is still to be
 *     read, and there are none while nobody has begun
 */
public record GoldenVersion(
        int number,
        SnapshotId snapshot,
        String note,
        String author,
        Instant promoted,
        List<Seal> seals,
        Map<String, String> contents) {
    public GoldenVersion {
        seals = List.copyOf(seals);
        contents = Map.copyOf(contents);
    }

    /** One of which nobody has looked yet what is on its disks. */
    public GoldenVersion(
            int number, SnapshotId snapshot, String note, String author, Instant promoted, List<Seal> seals) {
        this(number, snapshot, note, author, promoted, seals, Map.of());
    }

    /**
     * What a file of a version was like at its promotion: a layer, or the firmware's variables.
     *
     * @param allocation its {@linkplain Volume#allocation allocation}
     * @param look how it looked from outside
     * @param digest SHA-256 of its bytes in hexadecimal; empty until they have been read
     */
    public record Seal(String path, long allocation, FileLook look, Optional<String> digest) {
        public static Seal of(Volume volume) {
            return new Seal(volume.path(), volume.allocation(), volume.look(), Optional.empty());
        }

        /**
         * Whether the file looks the same now; what it contains is only told by its digest. What it takes counts only where there is
         * no stamp: some file systems give back what they reserved for a file only after a while.
         */
        public boolean isLike(Volume now) {
            return path.equals(now.path())
                    && look.isLike(now.look())
                    && (!look.modified().isEmpty() || allocation == now.allocation());
        }

        /** The same that no look at the file satisfies any more: its bytes were found changed. */
        public Seal distrusted() {
            return new Seal(path, allocation, look.modified("found changed"), digest);
        }

        public Seal with(String newDigest) {
            return new Seal(path, allocation, look, Optional.of(newDigest));
        }
    }

    /** Whether the digests of all its files are known. */
    public boolean isSealed() {
        return seals.stream().allMatch(s -> s.digest().isPresent());
    }

    /** With this seal in the place of the one for the same file. */
    public GoldenVersion with(Seal seal) {
        return new GoldenVersion(
                number,
                snapshot,
                note,
                author,
                promoted,
                seals.stream().map(s -> s.path().equals(seal.path()) ? seal : s).toList(),
                contents);
    }

    /** With these seals in the place of all. */
    public GoldenVersion with(List<Seal> newSeals) {
        return new GoldenVersion(number, snapshot, note, author, promoted, newSeals, contents);
    }

    public GoldenVersion with(Map<String, String> newContents) {
        return new GoldenVersion(number, snapshot, note, author, promoted, seals, newContents);
    }

    /** What a guest sees on the disk of this target, as it was sealed. */
    public Optional<String> content(String target) {
        return Optional.ofNullable(contents.get(target)).filter(c -> !c.isEmpty());
    }

    /** Whether it is known of every disk what a guest sees on it. */
    public boolean isContentSealed() {
        return !contents.isEmpty() && contents.values().stream().noneMatch(String::isEmpty);
    }

    public GoldenVersion noted(String newNote) {
        return new GoldenVersion(number, snapshot, newNote, author, promoted, seals, contents);
    }

    /** {@code v1}, {@code v2}, … */
    public String label() {
        return "v" + number;
    }
}
