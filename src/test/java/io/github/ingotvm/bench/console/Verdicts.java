package io.github.ingotvm.bench.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of the result, printed as they come, with what was aimed at. */
final class Verdicts {
    private final List<String> missed = new ArrayList<>();

    void title(String text) {
        System.out.printf("%n%s%n", text);
    }

    void line(String form, Object... values) {
        System.out.println("  " + String.format(Locale.ROOT, form, values));
    }

    /** @param aim a target in words, as in “at least 5x” */
    void aim(boolean met, String aim, String form, Object... values) {
        String what = String.format(Locale.ROOT, form, values);
        System.out.printf("  %-64s %s%s%n", what, met ? "met: " : "MISSED: ", aim);
        if (!met) {
            missed.add(what);
        }
    }

    List<String> missed() {
        return missed;
    }
}
