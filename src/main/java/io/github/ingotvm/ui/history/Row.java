package io.github.ingotvm.ui.history;

import io.github.ingotvm.history.Entry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of the list. */
sealed interface Row {
    /** Where a day begins. */
    record Day(String name) implements Row {}

    record Line(Entry entry) implements Row {}

    /**
     * The entries under their days.
     *
     * @param entries the newest first
     */
    static List<Row> of(List<Entry> entries, LocalDate today, ZoneId zone) {
        List<Row> rows = new ArrayList<>();
        Optional<LocalDate> last = Optional.empty();
        for (Entry entry : entries) {
            LocalDate day = entry.time().atZone(zone).toLocalDate();
            if (!last.equals(Optional.of(day))) {
                rows.add(new Day(name(day, today)));
                last = Optional.of(day);
            }
            rows.add(new Line(entry));
        }
        return rows;
    }

    private static String name(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "Today";
        }
        return day.equals(today.minusDays(1))
                ? "Yesterday"
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).format(day);
    }
}
