package io.github.ingotvm.download;

import java.util.Locale;
import java.util.OptionalLong;

/** How fast a file comes, and how long it will take. */
final class Rate {
    private static final double SMOOTH = 0.25;
    private static final long FEW = 10L << 20;
    private static final long STEP_NANOS = 500_000_000;

    private long at = System.nanoTime();
    private long had;
    private double perSecond;

    Rate(long has) {
        had = has;
    }

    /** {@code 310 of 650 MiB, 28 s left}. */
    String words(long has, OptionalLong total) {
        long now = System.nanoTime();
        if (now - at >= STEP_NANOS) {
            double here = (has - had) * 1e9 / (now - at);
            perSecond = perSecond == 0 ? here : perSecond + SMOOTH * (here - perSecond);
            at = now;
            had = has;
        }
        return words(has, total, perSecond);
    }

    static String words(long has, OptionalLong total, double perSecond) {
        int shift = total.orElse(has) < FEW ? 10 : 20;
        String unit = shift == 10 ? " KiB" : " MiB";
        String so = (has >> shift) + (total.isPresent() ? " of " + (total.getAsLong() >> shift) : "") + unit;
        if (perSecond < 1) {
            return so;
        }
        if (total.isEmpty()) {
            return so + String.format(Locale.ROOT, ", %.1f MiB/s", perSecond / (1 << 20));
        }
        long seconds = Math.round((total.getAsLong() - has) / perSecond);
        return so + ", " + left(seconds) + " left";
    }

    private static String left(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 5400 ? (seconds + 30) / 60 + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
    }
}
