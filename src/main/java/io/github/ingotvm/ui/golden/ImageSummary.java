package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Formats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A golden image through its versions, as people see it.
 *
 * @param versions newest first; at least one
 */
record ImageSummary(List<GoldenImage> versions) {
    /** How far its files can be trusted. */
    enum Trust {
        /** A file is gone or was written to. */
        CHANGED,
        /** Nothing looks changed, but not every file has been read yet. */
        OPEN,
        /** The digests of all files are known, and nothing looks changed. */
        SEALED
    }

    ImageSummary {
        versions = List.copyOf(versions);
    }

    /** One for each machine that has a golden image, in the order of the list. */
    static List<ImageSummary> of(List<GoldenImage> all) {
        Map<MachineId, List<GoldenImage>> byMachine = new LinkedHashMap<>();
        all.forEach(i -> byMachine
                .computeIfAbsent(i.machine().id(), id -> new ArrayList<>())
                .add(i));
        return byMachine.values().stream().map(ImageSummary::new).toList();
    }

    VirtualMachine machine() {
        return versions.get(0).machine();
    }

    String name() {
        return machine().goldenName();
    }

    /** What it is for; may be empty. */
    String note() {
        return machine().mark().series().note();
    }

    Optional<GoldenImage> current() {
        return versions.stream().filter(GoldenImage::current).findFirst();
    }

    Optional<GoldenImage> version(int number) {
        return versions.stream().filter(v -> v.version().number() == number).findFirst();
    }

    /** Machines cast from any version, linked or full. */
    List<VirtualMachine> clones() {
        return versions.stream().flatMap(v -> v.clones().stream()).distinct().toList();
    }

    /** Those of them that can be updated and reset. */
    List<VirtualMachine> linked() {
        return clones().stream()
                .filter(c -> c.mark().lineage().filter(Lineage::linked).isPresent())
                .toList();
    }

    /** The linked clones that are on another version than the current one. */
    List<VirtualMachine> behind() {
        return onOther(current().map(c -> c.version().number()).orElse(0));
    }

    /** The linked clones that are on another version than this one. */
    List<VirtualMachine> onOther(int number) {
        return linked().stream()
                .filter(c -> c.mark()
                        .lineage()
                        .filter(l -> !l.version().equals(OptionalInt.of(number)))
                        .isPresent())
                .toList();
    }

    /** Bytes of what its versions froze. */
    long size() {
        return versions.stream().mapToLong(GoldenImage::size).sum();
    }

    /** The versions whose files are gone or look changed. */
    List<GoldenImage> damaged() {
        return versions.stream().filter(v -> !v.intact()).toList();
    }

    Trust trust() {
        if (!damaged().isEmpty()) {
            return Trust.CHANGED;
        }
        return versions.stream().map(GoldenImage::version).allMatch(GoldenVersion::isSealed)
                ? Trust.SEALED
                : Trust.OPEN;
    }

    /** {@code 2 versions · 6 clones, 3 behind · 1.2 GiB}. */
    String facts() {
        int clones = clones().size();
        int behind = behind().size();
        return Formats.count(versions.size(), "version", "versions")
                + "  ·  "
                + (clones == 0 ? "no clones" : Formats.count(clones, "clone", "clones"))
                + (behind == 0 ? "" : ", " + behind + " behind")
                + "  ·  "
                + Formats.size(size());
    }
}
