package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The snapshots of a machine, as the hypervisor keeps them. */
public interface Snapshots {
    /** All of them, whoever made them, parents before children. */
    List<Snapshot> list(MachineId id);

    /** Those of every machine that has any; costs less than to ask for each machine's. */
    Map<MachineId, List<Snapshot>> all();

    Optional<Snapshot> find(MachineId id, SnapshotId snapshot);

    /**
     * Freezes the machine's present images and lets it go on with other ones, at one moment for all disks. Atomic: on failure
     * the machine is as before. The new snapshot becomes current and its parent is the one that was current.
     *
     * @throws HypervisorException {@code WRONG_STATE} when the request does not fit the machine's state, {@code EXISTS} for a taken id,
     *     {@code FAILED} when quiescing was asked for and the guest's agent did not do it
     * @return the snapshot
     */
    Snapshot create(MachineId id, SnapshotRequest request);

    /** Changes what people read; nothing else. */
    void describe(MachineId id, SnapshotId snapshot, String name, String note);

    /** Says that the machine's present state descends from this snapshot. Touches no disk. */
    void makeCurrent(MachineId id, SnapshotId snapshot);

    /** Says that the machine's present state descends from none of its snapshots. Touches no disk. */
    void makeNoneCurrent(MachineId id);

    /**
     * Records a snapshot of kind {@code EXTERNAL} of another machine as one of this machine, too: with the same id, note, time and images, but
     * without memory. Its definition becomes one of this machine. Which snapshot is current stays; touches no volume.
     *
     * @throws HypervisorException {@code EXISTS} when the machine has a snapshot with that id, {@code NOT_FOUND}
     */
    Snapshot adopt(MachineId id, Adoption adoption);

    /**
     * Records a snapshot of kind {@code EXTERNAL} of which everything is there but the record. Which snapshot is current stays; touches no
     * volume.
     *
     * @throws HypervisorException {@code EXISTS} when the machine has a snapshot with that id, {@code INVALID} for a definition of another
     *     machine
     */
    Snapshot record(MachineId id, Lost lost);

    /**
     * Says that what the snapshot froze in one image is in another one from now on. Which snapshot is current stays; touches no volume.
     *
     * @throws HypervisorException {@code NOT_FOUND}
     */
    void relocate(MachineId id, SnapshotId snapshot, String image, String to);

    /** Drops the snapshot's record; its children become children of its parent. Touches no volume. */
    void forget(MachineId id, SnapshotId snapshot);

    /** Lets the hypervisor itself revert to a snapshot of kind {@code INTERNAL}. */
    void revertInternal(MachineId id, SnapshotId snapshot);

    /**
     * What to record.
     *
     * @param from whose snapshot it is
     * @param name what people call it from now on among the snapshots of the other machine
     * @param parent one of the snapshots of the machine that adopts it
     * @param identity that machine's
     */
    record Adoption(
            MachineId from,
            SnapshotId snapshot,
            String name,
            Optional<SnapshotId> parent,
            DefinitionEdit.Identity identity) {}

    /**
     * What is known of a snapshot whose record is lost. How consistent it is, is not: it is called {@code CRASH_CONSISTENT}.
     *
     * @param snapshot the id that it had
     * @param name what people call it
     * @param created when it was taken, or as good as
     * @param definition one of the machine, whose writable disks' sources are the layers that the snapshot froze
     */
    record Lost(SnapshotId snapshot, String name, Instant created, Definition definition) {}

    /**
     * What to freeze.
     *
     * @param id unique within the machine; letters, digits, {@code .-_} only, at most 100
     * @param name what people call it: one line of free text
     * @param note free text
     * @param overlays target of every writable disk to the path of an existing qcow2 volume that stands on that disk's present
     *     image and that the machine continues on
     * @param memory where to write the memory of a running machine; the file must not exist yet. A {@linkplain
     *     Consoles#plugClipboard clipboard's channel} is no hindrance, and is there after it if it was before
     * @param quiesce let the guest's agent freeze its file systems; running machines only
     */
    record SnapshotRequest(
            SnapshotId id,
            String name,
            String note,
            Map<String, String> overlays,
            Optional<String> memory,
            boolean quiesce) {
        public SnapshotRequest {
            overlays = Map.copyOf(overlays);
        }
    }
}
