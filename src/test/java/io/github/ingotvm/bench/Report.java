package io.github.ingotvm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a benchmark's result, printed as they come. */
final class Report {
    private final List<String> missed = new ArrayList<>();

    void title(String text) {
        System.out.printf("%n%s%n%-46s %10s %10s %10s %8s  %s%n", text, "", "median", "90 %", "against", "ratio", "");
    }

    /** A time that is compared with nothing. */
    void line(String what, Samples ours) {
        System.out.printf(Locale.ROOT, "%-46s %7.1f ms %7.1f ms%n", what, ours.medianMillis(), ours.mostMillis());
    }

    /** A figure that is no time. */
    void plain(String what, String format, double value) {
        System.out.printf(Locale.ROOT, "%-46s %s%n", what, String.format(Locale.ROOT, format, value));
    }

    /** At most this many times what the other needs. */
    void atMost(double target, String what, Samples ours, Samples floor) {
        double ratio = ours.medianMillis() / floor.medianMillis();
        verdict(what, ours, floor, ratio, ratio <= target, String.format(Locale.ROOT, "at most %.1fx", target));
    }

    /** At most so many milliseconds. */
    void within(double millis, String what, Samples ours) {
        boolean met = ours.medianMillis() <= millis;
        if (!met) {
            missed.add(what);
        }
        System.out.printf(
                Locale.ROOT,
                "%-46s %7.1f ms %7.1f ms %30s  %s%n",
                what,
                ours.medianMillis(),
                ours.mostMillis(),
                "",
                (met ? "met: " : "MISSED: ") + String.format(Locale.ROOT, "at most %.0f ms", millis));
    }

    /** Compared without a target. */
    void beside(String what, Samples ours, Samples floor) {
        verdict(what, ours, floor, ours.medianMillis() / floor.medianMillis(), true, "");
    }

    /** At least this many times quicker than the other. */
    void quicker(double target, String what, Samples ours, Samples theirs) {
        double ratio = theirs.medianMillis() / ours.medianMillis();
        verdict(what, ours, theirs, ratio, ratio >= target, String.format(Locale.ROOT, "%.0fx quicker", target));
    }

    private void verdict(String what, Samples ours, Samples other, double ratio, boolean met, String target) {
        if (!met) {
            missed.add(what);
        }
        System.out.printf(
                Locale.ROOT,
                "%-46s %7.1f ms %7.1f ms %7.1f ms %7.2fx  %s%n",
                what,
                ours.medianMillis(),
                ours.mostMillis(),
                other.medianMillis(),
                ratio,
                target.isEmpty() ? "" : (met ? "met: " : "MISSED: ") + target);
    }

    /** What stayed behind its target. */
    List<String> missed() {
        return missed;
    }
}
