package io.github.ingotvm.cli;

import io.github.ingotvm.download.Checksum;
import io.github.ingotvm.download.Fetched;
import io.github.ingotvm.download.Held;
import io.github.ingotvm.download.Offer;

/** Downloads as JSON. */
final class DownloadJson {
    private final Json json;

    DownloadJson(Json json) {
        this.json = json;
    }

    void write(Offer offer) {
        json.object(() -> {
            json.field("name", offer.name());
            json.field("os", offer.osId());
            json.field("title", offer.title());
            json.field("edition", offer.edition());
            json.field("arch", offer.arch());
            json.field("kind", offer.kind());
            json.field("url", offer.uri().toString());
        });
    }

    void write(Fetched file) {
        json.object(() -> {
            json.field("file", file.file().toString());
            json.field("size", file.size());
            json.field("fresh", file.fresh());
            json.field("checksum", file.checksum().toString());
            json.field("checked", file.proof().isChecked());
            json.field("checksumFrom", file.proof().source());
        });
    }

    void write(Held held) {
        json.object(() -> {
            json.field("name", held.name());
            json.field("file", held.file().toString());
            json.field("size", held.size());
            json.field("whole", held.whole());
            json.field("url", held.uri());
            json.field("checksum", held.checksum().map(Checksum::toString));
            json.field("checksumFrom", held.source());
            json.field("changed", held.changed());
        });
    }
}
