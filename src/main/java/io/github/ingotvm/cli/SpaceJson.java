package io.github.ingotvm.cli;

import io.github.ingotvm.model.SpaceReport;
import io.github.ingotvm.model.SpaceUse;

/** What things take, as JSON. */
final class SpaceJson {
    private final Json json;

    SpaceJson(Json json) {
        this.json = json;
    }

    void write(SpaceReport report) {
        json.object(() -> {
            json.array(
                    "machines",
                    report.machines(),
                    m -> json.object(() -> {
                        json.field("id", m.machine().id().toString());
                        json.field("name", m.machine().displayName());
                        use(m.use());
                        json.field("depth", m.depth());
                        json.array(
                                "snapshots",
                                m.snapshots(),
                                s -> json.object(() -> {
                                    json.field("id", s.id().value());
                                    json.field("name", s.name());
                                    use(s.use());
                                }));
                    }));
            json.array(
                    "pools",
                    report.pools(),
                    p -> json.object(() -> {
                        json.field("name", p.pool().name());
                        json.field("used", p.used());
                        json.field("leftover", p.leftover());
                        json.field("free", p.pool().free());
                    }));
        });
    }

    private void use(SpaceUse use) {
        json.field("own", use.own());
        json.field("shared", use.shared());
        json.field("freed", use.freed());
        json.field("full", use.full());
    }
}
