package io.github.ingotvm.fake;

import io.github.ingotvm.model.FormerState;
import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.SnapshotId;
import java.time.Instant;
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
        GoldenLines.write(document, mark.series());
        mark.lineage().ifPresent(l -> write(document, "mark.lineage", l));
        mark.former().ifPresent(f -> write(document, f));
        if (mark.hold() != Hold.NONE) {
            document.set("mark.hold", mark.hold().name());
        }
    }

    private static void write(FakeDocument document, FormerState former) {
        document.set("mark.former", former.left().toString());
        write(document, "mark.former.lineage", former.lineage());
        former.disks().forEach((target, path) -> document.set("mark.former.disk." + target, path));
        former.nvram().ifPresent(path -> document.set("mark.former.nvram", path));
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
                GoldenLines.read(document),
                document.get("mark.lineage").map(l -> lineage(document, "mark.lineage", l)),
                document.get("mark.former").map(left -> former(document, left)),
                document.get("mark.hold").map(Hold::valueOf).orElse(Hold.NONE));
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
