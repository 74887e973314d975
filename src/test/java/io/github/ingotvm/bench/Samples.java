package io.github.ingotvm.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of one thing done several times. */
public final class Samples {
    private final List<Long> nanos = new ArrayList<>();

    /** Work that may fail as it likes: a benchmark that fails has no result. */
    public interface Work {
        void run() throws Exception;
    }

    public void time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        nanos.add(System.nanoTime() - start);
    }

    void add(long nanoseconds) {
        nanos.add(nanoseconds);
    }

    void addAll(Samples others) {
        nanos.addAll(others.nanos);
    }

    public double medianMillis() {
        return atMillis(0.5);
    }

    /** What nine of ten stay below. */
    public double mostMillis() {
        return atMillis(0.9);
    }

    public int count() {
        return nanos.size();
    }

    private double atMillis(double quantile) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * quantile)) / 1e6;
    }
}
