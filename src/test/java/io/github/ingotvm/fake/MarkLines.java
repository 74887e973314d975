package io.github.ingotvm.fake;

import io.github.ingotvm.model.FormerState;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.SnapshotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A {@link Mark} as lines of a {@link FakeDocument}. */
final class MarkLines {
    static final String PREFIX = "mark.";

    private MarkLines() {}

    static void write(FakeDocument document, Mark mark) {
        if (mark.equals(Mark.NONE)) {
            return;
        }
        Install install = mark.install();
        document.set(
                "mark.install",
                install.state() + " " + install.reboots() + " " + install.lastReboot() + " " + install.autoSnapshot());
        mark.osId().ifPresent(os -> document.set("mark.os", os));
        document.set("mark.last", Integer.toString(mark.lastVersion()));
        for (int i = 0; i < mark.golden().size(); i++) {
            write(document, "mark.golden." + i, mark.golden().get(i));
        }
        mark.lineage().ifPresent(l -> write(document, "mark.lineage", l));
        mark.former().ifPresent(f -> write(document, f));
    }

    private static void write(FakeDocument document, FormerState former) {
        document.set("mark.former", former.left().toString());
        write(document, "mark.former.lineage", former.lineage());
        former.disks().forEach((target, path) -> document.set("mark.former.disk." + target, path));
        former.nvram().ifPresent(path -> document.set("mark.former.nvram", path));
    }

    private static void write(FakeDocument document, String key, GoldenVersion golden) {
        document.set(
                key,
                golden.number() + " " + golden.promoted() + " "
                        + golden.snapshot().value());
        document.set(key + ".note", golden.note());
        for (int i = 0; i < golden.seals().size(); i++) {
            Seal seal = golden.seals().get(i);
            document.set(key + ".seal." + i, seal.allocation() + " " + seal.path());
            document.set(key + ".seal." + i + ".modified", seal.modified());
        }
    }

    private static void write(FakeDocument document, String key, Lineage lineage) {
        document.set(
                key,
                lineage.source() + " " + lineage.version().orElse(0) + " " + lineage.linked() + " "
                        + lineage.snapshot().value());
        document.set(key + ".source", lineage.sourceName());
        document.set(key + ".snapshot", lineage.snapshotName());
    }

    static Mark read(FakeDocument document) {
        return new Mark(
                document.get("mark.install").map(MarkLines::install).orElse(Install.NONE),
                document.get("mark.os"),
                golden(document),
                document.get("mark.last").map(Integer::parseInt).orElse(0),
                document.get("mark.lineage").map(l -> lineage(document, "mark.lineage", l)),
                document.get("mark.former").map(left -> former(document, left)));
    }

    private static FormerState former(FakeDocument document, String left) {
        String key = "mark.former.lineage";
        return new FormerState(
                lineage(document, key, document.get(key).orElseThrow()),
                document.under("mark.former.disk."),
                document.get("mark.former.nvram"),
                Instant.parse(left));
    }

    private static Install install(String text) {
        String[] parts = text.split(" ", -1);
        return new Install(
                Install.State.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Boolean.parseBoolean(parts[3]));
    }

    private static List<GoldenVersion> golden(FakeDocument document) {
        List<GoldenVersion> all = new ArrayList<>();
        Optional<String> text = document.get("mark.golden.0");
        while (text.isPresent()) {
            String key = "mark.golden." + all.size();
            String[] parts = text.get().split(" ", 3);
            all.add(new GoldenVersion(
                    Integer.parseInt(parts[0]),
                    new SnapshotId(parts[2]),
                    document.get(key + ".note").orElse(""),
                    Instant.parse(parts[1]),
                    seals(document, key)));
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
            all.add(new Seal(parts[1], Long.parseLong(parts[0]), modified));
            text = document.get(golden + ".seal." + all.size());
        }
        return all;
    }

    private static Lineage lineage(FakeDocument document, String key, String text) {
        String[] parts = text.split(" ", 4);
        int version = Integer.parseInt(parts[1]);
        return new Lineage(
                MachineId.of(parts[0]),
                document.get(key + ".source").orElse(""),
                new SnapshotId(parts[3]),
                document.get(key + ".snapshot").orElse(""),
                version == 0 ? OptionalInt.empty() : OptionalInt.of(version),
                Boolean.parseBoolean(parts[2]));
    }
}
