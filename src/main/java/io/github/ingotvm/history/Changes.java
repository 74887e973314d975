package io.github.ingotvm.history;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.FormerState;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.SnapshotId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a change of a machine's mark or definition means. */
final class Changes {
    /** One thing that happened, with what there is to say of it. */
    record Change(What what, Map<String, String> details) {}

    private final List<Change> found = new ArrayList<>();

    private Changes() {}

    /** @param snapshotName what snapshots are called */
    static List<Change> of(Mark before, Mark now, Function<SnapshotId, String> snapshotName) {
        Changes changes = new Changes();
        changes.golden(before.series(), now.series(), snapshotName);
        boolean installed = now.install().state() == Install.State.INSTALLED
                && before.install().state() != Install.State.INSTALLED;
        changes.when(installed, What.INSTALLED, Map.of());
        changes.clone(before, now);
        return changes.found;
    }

    /** The same with memory, processors and disks. */
    static List<Change> of(Hardware before, Hardware now) {
        Changes changes = new Changes();
        changes.when(
                before.memory() != now.memory() || before.cpus() != now.cpus(),
                What.CHANGED,
                Map.of(Entry.MEMORY, Long.toString(now.memory()), Entry.CPUS, Integer.toString(now.cpus())));
        Set<String> were = disks(before);
        Set<String> are = disks(now);
        are.forEach(d -> changes.when(!were.contains(d), What.DISK_ADDED, Map.of(Entry.DISK, d)));
        were.forEach(d -> changes.when(!are.contains(d), What.DISK_REMOVED, Map.of(Entry.DISK, d)));
        return changes.found;
    }

    private static Set<String> disks(Hardware hardware) {
        return hardware.disks().stream()
                .filter(d -> d.device() == Disk.Device.DISK)
                .map(Disk::target)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How a machine came into being. */
    static Change birth(Mark mark) {
        return mark.lineage()
                .map(l -> new Change(What.CLONED, origin(l)))
                .orElseGet(() -> new Change(What.CREATED, Map.of()));
    }

    private void when(boolean so, What what, Map<String, String> details) {
        if (so) {
            found.add(new Change(what, details));
        }
    }

    private void golden(GoldenSeries before, GoldenSeries now, Function<SnapshotId, String> snapshotName) {
        Map<Integer, GoldenVersion> old =
                before.versions().stream().collect(Collectors.toMap(GoldenVersion::number, v -> v));
        for (GoldenVersion version : now.versions()) {
            Optional<GoldenVersion> was = Optional.ofNullable(old.remove(version.number()));
            Map<String, String> details = version(version, snapshotName);
            when(was.isEmpty(), What.PROMOTED, details);
            when(was.filter(v -> !v.isSealed()).isPresent() && version.isSealed(), What.SEALED, details);
            when(was.filter(v -> !v.note().equals(version.note())).isPresent(), What.GOLDEN_DESCRIBED, details);
        }
        old.values().forEach(v -> when(true, What.DEMOTED, version(v, snapshotName)));
        boolean otherCurrent =
                now.versions().equals(before.versions()) && !now.pinned().equals(before.pinned());
        now.current().ifPresent(v -> when(otherCurrent, What.MADE_CURRENT, version(v, snapshotName)));
        boolean kept = now.alone() && !before.alone();
        when(kept, What.GOLDEN_KEPT, Map.of());
        boolean described = !now.name().equals(before.name()) || !now.note().equals(before.note());
        when(described && !kept, What.GOLDEN_DESCRIBED, Map.of(Entry.NOTE, now.note()));
    }

    private static Map<String, String> version(GoldenVersion version, Function<SnapshotId, String> snapshotName) {
        Map<String, String> details = new HashMap<>();
        details.put(Entry.VERSION, Integer.toString(version.number()));
        details.put(Entry.SNAPSHOT, snapshotName.apply(version.snapshot()));
        if (!version.note().isEmpty()) {
            details.put(Entry.NOTE, version.note());
        }
        return details;
    }

    private void clone(Mark before, Mark now) {
        Optional<Lineage> lineage = now.lineage();
        boolean wasLinked = before.lineage().filter(Lineage::linked).isPresent();
        when(wasLinked && lineage.filter(l -> !l.linked()).isPresent(), What.DETACHED, Map.of());
        when(before.former().isPresent() && now.former().isEmpty(), What.FORMER_DROPPED, Map.of());
        if (now.former().isPresent() && !now.former().equals(before.former()) && lineage.isPresent()) {
            when(true, refreshed(before, lineage.get()), origin(lineage.get()));
        }
    }

    private static What refreshed(Mark before, Lineage now) {
        boolean other = before.lineage().filter(now::equals).isEmpty();
        boolean back =
                before.former().map(FormerState::lineage).filter(now::equals).isPresent();
        return other ? (back ? What.UNDONE : What.UPDATED) : What.RESET;
    }

    static Map<String, String> origin(Lineage lineage) {
        Map<String, String> details = new HashMap<>();
        details.put(Entry.FROM, lineage.source().toString());
        details.put(Entry.FROM_NAME, lineage.sourceName());
        details.put(Entry.FROM_SNAPSHOT, lineage.snapshotName());
        lineage.version().ifPresent(v -> details.put(Entry.FROM_VERSION, Integer.toString(v)));
        return details;
    }
}
