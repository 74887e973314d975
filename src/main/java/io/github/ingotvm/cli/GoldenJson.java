package io.github.ingotvm.cli;

import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.VirtualMachine;
import java.util.TreeMap;

/** Golden images as JSON. */
final class GoldenJson {
    private final Json json;

    GoldenJson(Json json) {
        this.json = json;
    }

    void write(GoldenImage image) {
        json.object(() -> {
            json.object("machine", () -> machine(image.machine()));
            json.field("name", image.name());
            json.field("imageOnly", image.machine().isImageOnly());
            json.field("imageNote", image.machine().mark().series().note());
            json.field("version", image.version().number());
            json.field("current", image.current());
            json.field("snapshot", image.version().snapshot().value());
            json.field("snapshotName", image.snapshotName());
            json.field("note", image.version().note());
            json.field("author", image.version().author());
            json.field("promoted", image.version().promoted());
            json.field("intact", image.intact());
            json.field("sealed", image.version().isSealed());
            json.object(
                    "contents",
                    () -> new TreeMap<>(image.version().contents())
                            .forEach((target, digest) ->
                                    json.field(target, image.version().content(target))));
            json.field("size", image.size());
            json.array("clones", image.clones(), m -> json.object(() -> machine(m)));
            json.array("dependants", image.dependants(), m -> json.object(() -> machine(m)));
        });
    }

    private void machine(VirtualMachine machine) {
        json.field("id", machine.id().toString());
        json.field("name", machine.displayName());
    }
}
