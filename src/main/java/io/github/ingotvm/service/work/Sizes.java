package io.github.ingotvm.service.work;

import java.util.Locale;

/** Sizes in the sentences that services write. */
public final class Sizes {
    private Sizes() {}

    /** {@code 512 MiB}, {@code 4 GiB}, {@code 3.8 GiB}. */
    public static String words(long bytes) {
        if (bytes < Resources.GIB) {
            return bytes / Resources.MIB + " MiB";
        }
        if (bytes % Resources.GIB == 0) {
            return bytes / Resources.GIB + " GiB";
        }
        return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / Resources.GIB);
    }
}
