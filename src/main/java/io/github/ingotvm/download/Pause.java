package io.github.ingotvm.download;

import io.github.ingotvm.model.Progress;
import java.time.Duration;

/** Waiting until a server may be asked again. */
interface Pause {
    /** Until the time is over, or the user no longer wants it. */
    Pause REAL = (time, progress) -> {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            progress.check();
            Waiting.briefly();
        }
    };

    void await(Duration time, Progress progress);

    /** The longer the more often it has failed: 1, 2, 4, … seconds, half a minute at most. */
    static Duration after(int failures) {
        return Duration.ofSeconds(Math.min(30, 1L << Math.min(5, Math.max(0, failures - 1))));
    }
}
