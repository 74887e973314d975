package io.github.ingotvm.cli;

import io.github.ingotvm.model.InstalledSystem;
import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.service.install.Systems.Detected;
import java.util.Optional;

/** Operating systems as JSON. */
final class OsJson {
    private final Json json;

    OsJson(Json json) {
        this.json = json;
    }

    void write(SystemView os) {
        json.object(() -> fields(os));
    }

    private void fields(SystemView os) {
        json.field("id", os.id());
        json.field("url", os.url());
        json.field("name", os.name());
        json.field("version", some(os.version()));
        json.field("family", some(os.family()));
        json.field("distro", some(os.distro()));
        json.field("state", os.stage());
        json.field("released", os.released().map(Object::toString));
        json.field("endOfLife", os.endOfLife().map(Object::toString));
        number("memory", os.memory());
        number("disk", os.disk());
        json.strings("downloads", os.downloads());
    }

    void write(Detected found) {
        json.object(() -> {
            json.field("label", found.label());
            json.field("bootable", found.bootable());
            json.field("arch", some(found.arch()));
            json.field("name", some(found.name()));
            json.field("live", found.live());
            found.system().ifPresentOrElse(os -> json.object("system", () -> fields(os)), () -> json.absent("system"));
            json.strings("others", found.others().stream().map(SystemView::id).toList());
        });
    }

    void write(InstalledSystem os) {
        json.object(() -> {
            json.field("id", some(os.osId()));
            json.field("name", os.name());
            json.field("arch", some(os.arch()));
            json.field("hostname", some(os.hostname()));
        });
    }

    private void number(String key, long value) {
        if (value == 0) {
            json.absent(key);
        } else {
            json.field(key, value);
        }
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
