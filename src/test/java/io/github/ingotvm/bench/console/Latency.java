package io.github.ingotvm.bench.console;

import io.github.ingotvm.bench.Samples;
import io.github.ingotvm.console.Encoding;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** From a key that is pressed here to the pixel that changes here, with the guest between. */
final class Latency {
    private static final int KEYS = 100;

    private final Painter painter;
    private final Verdicts verdicts;
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    Latency(Painter painter, Verdicts verdicts) {
        this.painter = painter;
        this.verdicts = verdicts;
    }

    /** @param frame seconds between two pictures of the guest */
    void measure(double frame) throws Exception {
        verdicts.title("From a key to the pixel that it changes");
        Samples times = new Samples();
        try (Watcher watcher = new Watcher(painter.open(), List.of(Encoding.RAW))) {
            watcher.settle(1000);
            for (int i = 0; i < KEYS; i++) {
                // As somebody types, and at no fixed distance from the guest's pictures.
                TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(100));
                times.time(() -> watcher.ask('e'));
            }
        }
        verdicts.aim(
                times.medianMillis() < frame * 1000,
                "less than a picture of the guest takes",
                "median %.1f ms, 90 %% below %.1f ms; a picture: %.1f ms",
                times.medianMillis(),
                times.mostMillis(),
                frame * 1000);
    }
}
