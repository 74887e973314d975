package io.github.ingotvm.ui.clone;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.ui.common.Formats;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Something to clone from, in words. */
record Origin(From from, String words, Optional<SnapshotId> snapshot) {
    /** All that a machine offers, the best first: current golden, older ones, the present, other snapshots. */
    static List<Origin> of(VirtualMachine machine, List<Snapshot> snapshots) {
        List<Origin> origins = new ArrayList<>();
        List<GoldenVersion> versions = new ArrayList<>(machine.mark().golden());
        Collections.reverse(versions);
        for (GoldenVersion version : versions) {
            boolean current = machine.currentGolden().filter(version::equals).isPresent();
            String name = snapshots.stream()
                    .filter(s -> s.id().equals(version.snapshot()))
                    .map(Snapshot::name)
                    .findFirst()
                    .orElse("");
            origins.add(new Origin(
                    new From.Version(version.number()),
                    "★ Golden image " + version.label() + (current ? ", current" : "") + " — " + Formats.brief(name),
                    Optional.of(version.snapshot())));
        }
        origins.add(new Origin(new From.Present(), "As it is now (takes a snapshot first)", Optional.empty()));
        for (Snapshot snapshot : snapshots) {
            if (machine.mark().golden(snapshot.id()).isEmpty() && snapshot.kind() == Snapshot.Kind.EXTERNAL) {
                origins.add(new Origin(
                        new From.OfSnapshot(snapshot.id()),
                        "Snapshot — " + Formats.brief(snapshot.name()),
                        Optional.of(snapshot.id())));
            }
        }
        return origins;
    }

    boolean is(From wanted) {
        return from.equals(wanted) || (wanted instanceof From.OfSnapshot s && snapshot.equals(Optional.of(s.id())));
    }

    @Override
    public String toString() {
        return words;
    }
}
