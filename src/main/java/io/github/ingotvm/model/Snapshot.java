package io.github.ingotvm.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A named point in a machine's life.
 *
 * @param id the hypervisor's name of it
 * @param name what people call it
 * @param note free text; may be empty
 * @param created when it was taken
 * @param parent the snapshot the machine stood on then
 * @param current whether the machine's present state descends directly from this snapshot
 * @param kind how the hypervisor keeps it
 * @param consistency how whole the disks' content is
 * @param memory path of the file with the machine's memory, for a snapshot that has it
 * @param definition the machine of that moment; its writable disks' sources are the layers this snapshot froze
 * @param hardware the same, read
 */
public record Snapshot(
        SnapshotId id,
        String name,
        String note,
        Instant created,
        Optional<SnapshotId> parent,
        boolean current,
        Kind kind,
        Consistency consistency,
        Optional<String> memory,
        Definition definition,
        Hardware hardware) {
    /** How the hypervisor keeps a snapshot. */
    public enum Kind {
        /** Frozen layers: what Ingot makes. */
        EXTERNAL,
        /** Inside an image file: made by other tools; shown, but clones cannot stand on it. */
        INTERNAL
    }

    /** How whole the disks' content is. */
    public enum Consistency {
        /** Taken with the machine off. */
        OFF,
        /** Taken running, with the guest's file systems frozen by its agent. */
        QUIESCED,
        /** Taken running, like the disks after a power cut. */
        CRASH_CONSISTENT,
        /** Taken running with its memory: the machine can go on from that very moment. */
        MEMORY
    }

    /** Whether it keeps an image as it is by having let the machine go on with another one. */
    public boolean froze(String image) {
        return kind == Kind.EXTERNAL
                && hardware.writableDisks().stream().anyMatch(d -> d.source().equals(Optional.of(image)));
    }

    /** The same, no longer what the machine's present state descends from. */
    public Snapshot asPast() {
        return new Snapshot(id, name, note, created, parent, false, kind, consistency, memory, definition, hardware);
    }
}
