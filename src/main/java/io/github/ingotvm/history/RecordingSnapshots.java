package io.github.ingotvm.history;

import io.github.ingotvm.hypervisor.Snapshots;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Snapshots whose changes are written down. */
final class RecordingSnapshots implements Snapshots {
    private final Snapshots real;
    private final Recorder recorder;
    private final Known known;

    RecordingSnapshots(Snapshots real, Recorder recorder, Known known) {
        this.real = real;
        this.recorder = recorder;
        this.known = known;
    }

    private void during(What what, MachineId id, String snapshot, Runnable work) {
        recorder.during(what, Optional.of(id), known.name(id), Map.of(Entry.SNAPSHOT, snapshot), () -> {
            work.run();
            return id;
        });
    }

    @Override
    public List<Snapshot> list(MachineId id) {
        List<Snapshot> all = real.list(id);
        all.forEach(known::saw);
        return all;
    }

    @Override
    public Map<MachineId, List<Snapshot>> all() {
        Map<MachineId, List<Snapshot>> all = real.all();
        all.values().forEach(some -> some.forEach(known::saw));
        return all;
    }

    @Override
    public Optional<Snapshot> find(MachineId id, SnapshotId snapshot) {
        return real.find(id, snapshot).map(known::saw);
    }

    @Override
    public Snapshot create(MachineId id, SnapshotRequest request) {
        return known.saw(recorder.during(
                What.SNAPSHOT_TAKEN,
                Optional.of(id),
                known.name(id),
                Map.of(Entry.SNAPSHOT, request.name()),
                () -> real.create(id, request)));
    }

    @Override
    public void describe(MachineId id, SnapshotId snapshot, String name, String note) {
        String was = known.name(snapshot);
        Map<String, String> details = name.equals(was)
                ? Map.of(Entry.SNAPSHOT, name, Entry.NOTE, note)
                : Map.of(Entry.SNAPSHOT, name, Entry.WAS, was, Entry.NOTE, note);
        recorder.during(What.SNAPSHOT_DESCRIBED, Optional.of(id), known.name(id), details, () -> {
            real.describe(id, snapshot, name, note);
            return id;
        });
    }

    @Override
    public void makeCurrent(MachineId id, SnapshotId snapshot) {
        during(What.REVERTED, id, known.name(snapshot), () -> real.makeCurrent(id, snapshot));
    }

    @Override
    public void makeNoneCurrent(MachineId id) {
        real.makeNoneCurrent(id);
    }

    /** What it is for is told when it is promoted. */
    @Override
    public Snapshot adopt(MachineId id, Adoption adoption) {
        return known.saw(real.adopt(id, adoption));
    }

    @Override
    public Snapshot record(MachineId id, Lost lost) {
        return known.saw(recorder.during(
                What.SNAPSHOT_RECORDED,
                Optional.of(id),
                known.name(id),
                Map.of(Entry.SNAPSHOT, lost.name()),
                () -> real.record(id, lost)));
    }

    /** Part of a merge, which is told. */
    @Override
    public void relocate(MachineId id, SnapshotId snapshot, String image, String to) {
        real.relocate(id, snapshot, image, to);
    }

    @Override
    public void forget(MachineId id, SnapshotId snapshot) {
        during(What.SNAPSHOT_DELETED, id, known.name(snapshot), () -> real.forget(id, snapshot));
    }

    @Override
    public void revertInternal(MachineId id, SnapshotId snapshot) {
        during(What.REVERTED, id, known.name(snapshot), () -> real.revertInternal(id, snapshot));
    }
}
