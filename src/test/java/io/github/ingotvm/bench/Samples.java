package io.github.ingotvm.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of one thing done several times. */
final class Samples {
    private final List<Long> nanos = new ArrayList<>();

    /** Work that may fail as it likes: a benchmark that fails has no result. */
    interface Work {
        void run() throws Exception;
    }

    void time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        nanos.add(System.nanoTime() - start);
    }

    double medianMillis() {
        return atMillis(0.5);
    }

    /** What nine of ten stay below. */
    double mostMillis() {
        return atMillis(0.9);
    }

    int count() {
        return nanos.size();
    }

    private double atMillis(double quantile) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * quantile)) / 1e6;
    }
}
