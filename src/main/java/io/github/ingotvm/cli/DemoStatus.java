package io.github.ingotvm.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the demo guest says of itself on its serial port.
 *
 * @param boots how often it has booted, counted on its disk
 * @param edits how often it was changed, counted on its disk
 */
record DemoStatus(int boots, int edits) {
    private static final Pattern LINE = Pattern.compile("INGOT-DEMO boots=(\\d{1,9}) edits=(\\d{1,9})\\b.*");

    static Optional<DemoStatus> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new DemoStatus(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "boots=" + boots + " edits=" + edits;
    }
}
