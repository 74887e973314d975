package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.DiskRole;
import java.util.List;
import java.util.Locale;

/** Data disks, as text or JSON. */
final class DiskTable {
    private final Session session;

    DiskTable(Session session) {
        this.session = session;
    }

    static String word(DiskRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param roles whether to tell how clones receive them
     * @param whose for the case that there are none
     */
    void print(List<DataDisk> disks, boolean json, boolean roles, String whose) {
        if (json) {
            Json.print(session.terminal().out(), j -> j.array(disks, d -> j.object(() -> write(j, d))));
        } else if (disks.isEmpty()) {
            session.note(whose + " has no data disks; `ingot disk add` gives a machine one.");
        } else {
            Table table = new Table(session.terminal(), "DISK", "SIZE", "ON DISK", roles ? "CLONES GET" : "", "FILE");
            disks.forEach(d -> table.row(
                    Cell.of(d.disk().target(), Style.BOLD),
                    Cell.right(ByteSize.text(d.capacity())),
                    Cell.right(ByteSize.text(d.allocation())),
                    Cell.of(roles ? word(d.role()) : d.disk().readOnly() ? "shared" : ""),
                    Cell.of(d.disk().source().orElse("empty"))));
            table.print();
        }
    }

    private static void write(Json json, DataDisk disk) {
        json.field("disk", disk.disk().target());
        json.field("size", disk.capacity());
        json.field("allocation", disk.allocation());
        json.field("readOnly", disk.disk().readOnly());
        json.field("file", disk.disk().source());
        json.field("clonesGet", disk.role());
    }
}
