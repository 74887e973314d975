package io.github.ingotvm.bench.console;

import io.github.ingotvm.console.Encoding;
import io.github.ingotvm.console.Options;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many bytes a picture takes on its way, in each encoding, and what unpacking it takes. */
final class Wire {
    private static final double TIMES = 10;
    private static final int PICTURES = 30;

    private final Painter painter;
    private final Verdicts verdicts;

    Wire(Painter painter, Verdicts verdicts) {
        this.painter = painter;
        this.verdicts = verdicts;
    }

    void measure() throws Exception {
        measure("A page of text scrolls by a line", 't', 's');
        measure("A window moves on a desktop", 'd', 'm');
    }

    private void measure(String title, char first, char next) throws Exception {
        verdicts.title(title);
        Map<Encoding, Double> sizes = new EnumMap<>(Encoding.class);
        for (Encoding encoding : List.of(Encoding.RAW, Encoding.HEXTILE, Encoding.ZRLE)) {
            sizes.put(encoding, size(encoding, first, next));
        }
        Encoding remote = Options.remote(Optional.empty()).encodings().stream()
                .filter(sizes::containsKey)
                .findFirst()
                .orElseThrow();
        double times = sizes.getOrDefault(Encoding.RAW, 0.0) / sizes.getOrDefault(remote, 1.0);
        verdicts.aim(
                times >= TIMES,
                "at least 10x",
                "%s, for servers elsewhere: %.1f times smaller than RAW",
                remote,
                times);
    }

    private double size(Encoding encoding, char first, char next) throws Exception {
        try (Watcher watcher = new Watcher(painter.open(), List.of(encoding))) {
            watcher.settle(1000);
            watcher.ask(first);
            paint(watcher, next); // the JVM learns
            long before = watcher.bytes();
            Load load = Load.of(() -> paint(watcher, next));
            double size = (watcher.bytes() - before) / 1e3 / PICTURES;
            verdicts.line(
                    "%-8s %8.1f kB a picture %6.1f ms of a processor",
                    encoding, size, load.processor() * 1e3 / PICTURES);
            return size;
        }
    }

    private static void paint(Watcher watcher, char next) throws InterruptedException {
        for (int i = 0; i < PICTURES; i++) {
            watcher.ask(next);
        }
        watcher.settle(200);
    }
}
