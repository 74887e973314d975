package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.model.CloneChange;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Lineage;
import java.util.List;

/** Shows what an update or a reset would do to clones. */
final class ClonePreview {
    private final Session session;

    ClonePreview(Session session) {
        this.session = session;
    }

    void print(List<CloneChange> changes, boolean json) {
        if (json) {
            Json.print(session.terminal().out(), j -> j.array(changes, c -> write(j, c)));
            return;
        }
        Table table =
                new Table(session.terminal(), "CLONE", "STATE", "FROM", "TO", "WRITTEN SINCE", "SNAPSHOTS", "NOTE");
        for (CloneChange change : changes) {
            table.row(
                    Cell.of(change.machine().displayName(), Style.BOLD),
                    Cell.of(Words.state(change.machine()), Words.style(change.machine())),
                    Cell.of(change.machine()
                            .mark()
                            .lineage()
                            .map(ClonePreview::version)
                            .orElse("")),
                    Cell.of(change.to().map(ClonePreview::version).orElse("")),
                    Cell.right(ByteSize.text(change.written())),
                    Cell.right(Integer.toString(change.snapshots().size())),
                    Cell.of(note(change)));
        }
        table.print();
        session.note("Nothing was changed.");
    }

    private static String version(Lineage lineage) {
        return lineage.version().isPresent()
                ? "v" + lineage.version().getAsInt()
                : Words.quoted(lineage.snapshotName());
    }

    private static String note(CloneChange change) {
        if (change.obstacle().isPresent()) {
            return change.obstacle().get().getMessage();
        }
        if (!change.needed()) {
            return "nothing to do";
        }
        String running = change.isRunning() ? "must be shut down first (--shut-down)" : "";
        String former = change.dropsFormer() ? "drops the undo of the last update" : "";
        return running + (running.isEmpty() || former.isEmpty() ? "" : "; ") + former;
    }

    private static void write(Json json, CloneChange change) {
        json.object(() -> {
            json.field("id", change.machine().id().toString());
            json.field("name", change.machine().displayName());
            json.field("needed", change.needed());
            json.field("running", change.isRunning());
            json.version("from", change.machine().mark().lineage());
            json.version("to", change.to());
            json.field("written", change.written());
            json.strings("snapshots", change.snapshots());
            json.field("dropsUndo", change.dropsFormer());
            json.field("obstacle", change.obstacle().map(IngotException::getMessage));
        });
    }
}
