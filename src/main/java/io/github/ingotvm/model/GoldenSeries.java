package io.github.ingotvm.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A golden image through its versions, as its machine keeps it.
 *
 * @param name what people call it; empty when it goes by the name of its machine
 * @param note what it is for; may be empty
 * @param versions those there are, in order of their numbers
 * @param last the highest number ever given
 * @param pinned the number that was made current by hand; empty when the newest is current
 * @param alone whether its machine was deleted: the definition only keeps the image, and is no machine any more
 * @param roles how clones receive the disks with these drive targets; a {@linkplain DiskRole#LINKED linked} one is not named
 */
public record GoldenSeries(
        String name,
        String note,
        List<GoldenVersion> versions,
        int last,
        OptionalInt pinned,
        boolean alone,
        Map<String, DiskRole> roles) {
    /** That of a machine without a golden image. */
    public static final GoldenSeries NONE =
            new GoldenSeries("", "", List.of(), 0, OptionalInt.empty(), false, Map.of());

    public GoldenSeries {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(GoldenVersion::number))
                .toList();
        roles = Map.copyOf(roles);
    }

    /** The version that clones are cast from by default. */
    public Optional<GoldenVersion> current() {
        Optional<GoldenVersion> byHand = pinned.isPresent() ? version(pinned.getAsInt()) : Optional.empty();
        return byHand.or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1)));
    }

    public Optional<GoldenVersion> version(int number) {
        return versions.stream().filter(v -> v.number() == number).findFirst();
    }

    public GoldenSeries named(String newName, String newNote) {
        return new GoldenSeries(newName, newNote, versions, last, pinned, alone, roles);
    }

    /** With one version more, which is current. */
    public GoldenSeries promoted(GoldenVersion version) {
        List<GoldenVersion> all = new ArrayList<>(versions);
        all.add(version);
        return new GoldenSeries(name, note, all, Math.max(last, version.number()), OptionalInt.empty(), alone, roles);
    }

    public GoldenSeries demoted(int number) {
        boolean wasPinned = pinned.equals(OptionalInt.of(number));
        return new GoldenSeries(
                name, note, without(number), last, wasPinned ? OptionalInt.empty() : pinned, alone, roles);
    }

    public GoldenSeries pinned(int number) {
        boolean newest =
                !versions.isEmpty() && versions.get(versions.size() - 1).number() == number;
        return new GoldenSeries(
                name, note, versions, last, newest ? OptionalInt.empty() : OptionalInt.of(number), alone, roles);
    }

    /** With another version of the same number in the place of that one. */
    public GoldenSeries replaced(GoldenVersion version) {
        List<GoldenVersion> all = new ArrayList<>(without(version.number()));
        all.add(version);
        return new GoldenSeries(name, note, all, last, pinned, alone, roles);
    }

    /** The same without a machine. */
    public GoldenSeries alone(String itsName) {
        return new GoldenSeries(itsName, note, versions, last, pinned, true, roles);
    }

    /** How clones receive the disk. */
    public DiskRole role(String target) {
        return roles.getOrDefault(target, DiskRole.LINKED);
    }

    public GoldenSeries withRole(String target, DiskRole role) {
        Map<String, DiskRole> all = new HashMap<>(roles);
        all.put(target, role);
        all.values().removeIf(r -> r == DiskRole.LINKED);
        return new GoldenSeries(name, note, versions, last, pinned, alone, all);
    }

    private List<GoldenVersion> without(int number) {
        return versions.stream().filter(v -> v.number() != number).toList();
    }
}
