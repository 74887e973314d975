package io.github.ingotvm.cli;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.SnapshotNode;

/** Snapshots as JSON. */
final class SnapshotJson {
    private final Json json;

    SnapshotJson(Json json) {
        this.json = json;
    }

    void write(Snapshot snapshot) {
        json.object(() -> fields(snapshot));
    }

    void write(SnapshotNode node) {
        json.object(() -> {
            fields(node.snapshot());
            json.field("depth", node.depth());
            node.golden()
                    .ifPresentOrElse(g -> json.field("goldenVersion", g.number()), () -> json.absent("goldenVersion"));
            json.field("size", node.size());
            json.strings("clones", node.clones());
        });
    }

    private void fields(Snapshot snapshot) {
        json.field("id", snapshot.id().value());
        json.field("name", snapshot.name());
        json.field("note", snapshot.note());
        json.field("created", snapshot.created());
        json.field("parent", snapshot.parent().map(SnapshotId::value));
        json.field("current", snapshot.current());
        json.field("kind", snapshot.kind());
        json.field("consistency", snapshot.consistency());
        json.field("memory", snapshot.memory().isPresent());
    }
}
