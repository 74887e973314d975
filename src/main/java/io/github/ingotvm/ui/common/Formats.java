package io.github.ingotvm.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Sizes and times as people read them. */
public final class Formats {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private Formats() {}

    /** {@code 1.5 GiB}, {@code 20 GiB}, {@code 196 KiB}. */
    public static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        // What would be written as 1024 is one of the next unit.
        while (value >= 1023.95 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        String number = String.format(Locale.ROOT, unit > 0 && value < 100 ? "%.1f" : "%.0f", value);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " " + UNITS[unit];
    }

    /** {@code just now}, {@code 5 min ago}, {@code today 14:03}, {@code yesterday 09:12}, else the date. */
    public static String time(Instant when, Instant now, ZoneId zone) {
        Duration ago = Duration.between(when, now);
        ZonedDateTime local = when.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        String clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).format(local);
        if (!ago.isNegative() && ago.toSeconds() < 60) {
            return "just now";
        } else if (!ago.isNegative() && ago.toMinutes() < 60) {
            return ago.toMinutes() + " min ago";
        } else if (local.toLocalDate().equals(today)) {
            return "today " + clock;
        } else if (local.toLocalDate().equals(today.minusDays(1))) {
            return "yesterday " + clock;
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(local);
    }

    public static String time(Instant when) {
        return time(when, Instant.now(), ZoneId.systemDefault());
    }

    /** The whole date and time, for a tooltip. */
    public static String exactly(Instant when) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                .format(when.atZone(ZoneId.systemDefault()));
    }

    /** {@code 1 clone}, {@code 3 clones}. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** A name shortened for a sentence or a button; the window's own labels cut off by themselves. */
    public static String brief(String name) {
        return brief(name, 48);
    }

    /** A text of at most this many letters. */
    static String brief(String name, int most) {
        if (name.codePointCount(0, name.length()) <= most) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
