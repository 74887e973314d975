package io.github.ingotvm.fake;

import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.FileLook;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.SnapshotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A {@link GoldenSeries} as lines of a {@link FakeDocument}. */
final class GoldenLines {
    private GoldenLines() {}

    static void write(FakeDocument document, GoldenSeries series) {
        document.set("mark.last", Integer.toString(series.last()));
        document.set("mark.image.name", series.name());
        document.set("mark.image.note", series.note());
        series.pinned().ifPresent(n -> document.set("mark.pinned", Integer.toString(n)));
        if (series.alone()) {
            document.set("mark.alone", "yes");
        }
        series.roles().forEach((target, role) -> document.set("mark.role." + target, role.name()));
        for (int i = 0; i < series.versions().size(); i++) {
            write(document, "mark.golden." + i, series.versions().get(i));
        }
    }

    private static void write(FakeDocument document, String key, GoldenVersion golden) {
        document.set(
                key,
                golden.number() + " " + golden.promoted() + " "
                        + golden.snapshot().value());
        document.set(key + ".note", golden.note());
        document.set(key + ".author", golden.author());
        golden.contents().forEach((target, digest) -> document.set(key + ".content." + target, digest));
        for (int i = 0; i < golden.seals().size(); i++) {
            Seal seal = golden.seals().get(i);
            String lookKey = key + ".seal." + i;
            document.set(key + ".seal." + i, seal.allocation() + " " + seal.path());
            document.set(key + ".seal." + i + ".modified", seal.look().modified());
            seal.look().length().ifPresent(l -> document.set(lookKey + ".length", Long.toString(l)));
            seal.look().inode().ifPresent(n -> document.set(lookKey + ".inode", n));
            String digestKey = key + ".seal." + i + ".digest";
            seal.digest().ifPresent(d -> document.set(digestKey, d));
        }
    }

    static GoldenSeries read(FakeDocument document) {
        return new GoldenSeries(
                document.get("mark.image.name").orElse(""),
                document.get("mark.image.note").orElse(""),
                versions(document),
                document.get("mark.last").map(Integer::parseInt).orElse(0),
                document.get("mark.pinned")
                        .map(n -> OptionalInt.of(Integer.parseInt(n)))
                        .orElseGet(OptionalInt::empty),
                document.has("mark.alone"),
                document.under("mark.role.").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> DiskRole.valueOf(e.getValue()))));
    }

    private static List<GoldenVersion> versions(FakeDocument document) {
        List<GoldenVersion> all = new ArrayList<>();
        Optional<String> text = document.get("mark.golden.0");
        while (text.isPresent()) {
            String key = "mark.golden." + all.size();
            String[] parts = text.get().split(" ", 3);
            all.add(new GoldenVersion(
                    Integer.parseInt(parts[0]),
                    new SnapshotId(parts[2]),
                    document.get(key + ".note").orElse(""),
                    document.get(key + ".author").orElse(""),
                    Instant.parse(parts[1]),
                    seals(document, key),
                    document.under(key + ".content.")));
            text = document.get("mark.golden." + all.size());
        }
        return all;
    }

    private static List<Seal> seals(FakeDocument document, String golden) {
        List<Seal> all = new ArrayList<>();
        Optional<String> text = document.get(golden + ".seal.0");
        while (text.isPresent()) {
            String[] parts = text.get().split(" ", 2);
            String modified =
                    document.get(golden + ".seal." + all.size() + ".modified").orElse("");
            all.add(new Seal(
                    parts[1],
                    Long.parseLong(parts[0]),
                    new FileLook(
                            modified,
                            document.get(golden + ".seal." + all.size() + ".length").stream()
                                    .mapToLong(Long::parseLong)
                                    .findFirst(),
                            document.get(golden + ".seal." + all.size() + ".inode")),
                    document.get(golden + ".seal." + all.size() + ".digest")));
            text = document.get(golden + ".seal." + all.size());
        }
        return all;
    }
}
