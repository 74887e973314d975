package io.github.ingotvm.bench;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.snapshots.Reverted;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Snapshot, revert and promotion on disks of several sizes. */
final class States {
    private final Services services;
    private final Bare bare;

    States(Services services, Bare bare) {
        this.services = services;
        this.bare = bare;
    }

    /** Times of one subject. */
    private record Times(
            Samples snapshot,
            Samples bareSnapshot,
            Samples revert,
            Samples bareRevert,
            Samples promote,
            Samples barePromote) {
        Times() {
            this(new Samples(), new Samples(), new Samples(), new Samples(), new Samples(), new Samples());
        }
    }

    void measure(List<Subject> subjects, int rounds, Report report) throws Exception {
        List<Times> times = new ArrayList<>();
        for (Subject subject : subjects) {
            rounds(subject, 2, new Times());
            times.add(new Times());
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < subjects.size(); i++) {
                rounds(subjects.get(i), 1, times.get(i));
            }
        }
        report.title("Snapshot, revert and promotion, against the bare libvirt calls");
        for (int i = 0; i < subjects.size(); i++) {
            report.beside("snapshot, " + subjects.get(i), times.get(i).snapshot, times.get(i).bareSnapshot);
        }
        for (int i = 0; i < subjects.size(); i++) {
            report.beside("revert, " + subjects.get(i), times.get(i).revert, times.get(i).bareRevert);
        }
        for (int i = 0; i < subjects.size(); i++) {
            report.beside("promote, " + subjects.get(i), times.get(i).promote, times.get(i).barePromote);
        }
        report.title("The same on the smallest disk and the others: it must not grow with the size");
        for (int i = 1; i < subjects.size(); i++) {
            report.atMost(1.5, "snapshot, " + subjects.get(i), times.get(i).snapshot, times.get(0).snapshot);
            report.atMost(1.5, "revert, " + subjects.get(i), times.get(i).revert, times.get(0).revert);
        }
    }

    private void rounds(Subject subject, int rounds, Times times) throws Exception {
        for (int round = 0; round < rounds; round++) {
            Bare.Mould mould = mould(subject);
            List<String> foreign = new ArrayList<>();
            times.bareSnapshot.time(() -> foreign.add(bare.snapshot(mould)));
            backToBase(subject);
            services.snapshots().delete(subject.id(), new SnapshotId(foreign.get(0)));

            List<Snapshot> taken = new ArrayList<>();
            times.snapshot.time(
                    () -> taken.add(services.snapshotter().take(subject.id(), new Snapshotter.Request("Measured"))));
            times.promote.time(
                    () -> services.golden().promote(subject.id(), taken.get(0).id(), ""));
            services.golden()
                    .demote(
                            subject.id(),
                            services.inventory().require(subject.id()).mark().lastVersion());
            backToBase(subject);
            services.snapshots().delete(subject.id(), taken.get(0).id());
            Bare.Mould present = mould(subject);
            times.barePromote.time(() -> bare.mark(present));

            List<Reverted> reverted = new ArrayList<>();
            times.revert.time(() -> reverted.add(
                    services.reverter().revert(subject.id(), subject.base().id(), Optional.empty())));
            reverted.get(0).settle();
            Bare.Mould golden = bare.mould(
                    subject.id().toString(), subject.disk(services), subject.layer(), (long) subject.gib() << 30);
            times.bareRevert.time(() -> bare.revert(golden));
            backToBase(subject);
            bare.deleteVolumes();
        }
    }

    private Bare.Mould mould(Subject subject) throws Exception {
        String disk = subject.disk(services);
        return bare.mould(subject.id().toString(), disk, disk, (long) subject.gib() << 30);
    }

    private void backToBase(Subject subject) {
        services.reverter()
                .revert(subject.id(), subject.base().id(), Optional.empty())
                .settle();
    }
}
