package io.github.ingotvm.model;

import java.util.List;
import java.util.Optional;

/**
 * What Ingot writes into a machine's metadata: the only state it keeps beside layers and snapshots.
 *
 * @param install state of the installation
 * @param osId osinfo id of the guest's operating system, when known
 * @param series its golden image
 * @param lineage where a clone came from
 * @param former what a clone was before its last update or reset
 * @param hold why Ingot lets the machine stand still
 */
public record Mark(
        Install install,
        Optional<String> osId,
        GoldenSeries series,
        Optional<Lineage> lineage,
        Optional<FormerState> former,
        Hold hold) {
    /** The mark of a machine that Ingot has not touched. */
    public static final Mark NONE =
            new Mark(Install.NONE, Optional.empty(), GoldenSeries.NONE, Optional.empty(), Optional.empty(), Hold.NONE);

    /** Promoted snapshots, in order of their numbers. */
    public List<GoldenVersion> golden() {
        return series.versions();
    }

    /** The highest golden version number ever given. */
    public int lastVersion() {
        return series.last();
    }

    /** The golden version that clones are cast from by default. */
    public Optional<GoldenVersion> currentGolden() {
        return series.current();
    }

    public Optional<GoldenVersion> golden(int number) {
        return series.version(number);
    }

    public Optional<GoldenVersion> golden(SnapshotId snapshot) {
        return golden().stream().filter(g -> g.snapshot().equals(snapshot)).findFirst();
    }

    public Mark with(Install newInstall) {
        return new Mark(newInstall, osId, series, lineage, former, hold);
    }

    public Mark withOs(Optional<String> newOsId) {
        return new Mark(install, newOsId, series, lineage, former, hold);
    }

    public Mark with(GoldenSeries newSeries) {
        return new Mark(install, osId, newSeries, lineage, former, hold);
    }

    public Mark with(Lineage newLineage) {
        return withLineage(Optional.of(newLineage));
    }

    public Mark withLineage(Optional<Lineage> newLineage) {
        return new Mark(install, osId, series, newLineage, former, hold);
    }

    public Mark with(FormerState newFormer) {
        return new Mark(install, osId, series, lineage, Optional.of(newFormer), hold);
    }

    public Mark withoutFormer() {
        return new Mark(install, osId, series, lineage, Optional.empty(), hold);
    }

    public Mark with(Hold newHold) {
        return new Mark(install, osId, series, lineage, former, newHold);
    }

    /** The same for the length of a snapshot, or no longer. */
    public Mark held(boolean nowHeld) {
        return with(nowHeld ? Hold.SNAPSHOT : Hold.NONE);
    }
}
