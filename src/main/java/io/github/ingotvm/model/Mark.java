package io.github.ingotvm.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What Ingot writes into a machine's metadata: the only state it keeps beside layers and snapshots.
 *
 * @param install state of the installation
 * @param osId osinfo id of the guest's operating system, when known
 * @param golden promoted snapshots, in order of their numbers
 * @param lastVersion the highest golden version number ever given
 * @param lineage where a clone came from
 * @param former what a clone was before its last update or reset
 */
public record Mark(
        Install install,
        Optional<String> osId,
        List<GoldenVersion> golden,
        int lastVersion,
        Optional<Lineage> lineage,
        Optional<FormerState> former) {
    /** The mark of a machine that Ingot has not touched. */
    public static final Mark NONE =
            new Mark(Install.NONE, Optional.empty(), List.of(), 0, Optional.empty(), Optional.empty());

    public Mark {
        golden = golden.stream()
                .sorted(Comparator.comparingInt(GoldenVersion::number))
                .toList();
    }

    /** The golden version that clones are cast from by default: the newest one that has not been demoted. */
    public Optional<GoldenVersion> currentGolden() {
        return golden.isEmpty() ? Optional.empty() : Optional.of(golden.get(golden.size() - 1));
    }

    public Optional<GoldenVersion> golden(int number) {
        return golden.stream().filter(g -> g.number() == number).findFirst();
    }

    public Optional<GoldenVersion> golden(SnapshotId snapshot) {
        return golden.stream().filter(g -> g.snapshot().equals(snapshot)).findFirst();
    }

    public Mark with(Install newInstall) {
        return new Mark(newInstall, osId, golden, lastVersion, lineage, former);
    }

    public Mark withOs(Optional<String> newOsId) {
        return new Mark(install, newOsId, golden, lastVersion, lineage, former);
    }

    public Mark with(Lineage newLineage) {
        return withLineage(Optional.of(newLineage));
    }

    public Mark withLineage(Optional<Lineage> newLineage) {
        return new Mark(install, osId, golden, lastVersion, newLineage, former);
    }

    public Mark with(FormerState newFormer) {
        return new Mark(install, osId, golden, lastVersion, lineage, Optional.of(newFormer));
    }

    public Mark withoutFormer() {
        return new Mark(install, osId, golden, lastVersion, lineage, Optional.empty());
    }

    public Mark promoted(GoldenVersion version) {
        List<GoldenVersion> all = new ArrayList<>(golden);
        all.add(version);
        return new Mark(install, osId, all, Math.max(lastVersion, version.number()), lineage, former);
    }

    public Mark demoted(int number) {
        return new Mark(
                install,
                osId,
                golden.stream().filter(g -> g.number() != number).toList(),
                lastVersion,
                lineage,
                former);
    }
}
