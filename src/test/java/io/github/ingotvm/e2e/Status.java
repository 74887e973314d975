package io.github.ingotvm.e2e;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The status line of the demo guest.
 *
 * @param boots how often the system on this disk has booted
 * @param edits how often something was written to this disk
 * @param ram what was changed in memory alone since the boot
 * @param up seconds since the boot
 * @param disk2 edits noted on the second disk, when there is one in use
 * @param nvram boots counted in the firmware's variables, on UEFI
 */
record Status(int boots, int edits, int ram, int up, OptionalInt disk2, OptionalInt nvram) {
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(\\S+)");

    static Optional<Status> parse(String line) {
        int start = line.indexOf("INGOT-DEMO ");
        if (start < 0) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(line.substring(start));
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        OptionalInt boots = number(fields, "boots");
        OptionalInt edits = number(fields, "edits");
        OptionalInt ram = number(fields, "ram");
        OptionalInt up = number(fields, "up");
        if (boots.isEmpty() || edits.isEmpty() || ram.isEmpty() || up.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Status(
                boots.getAsInt(),
                edits.getAsInt(),
                ram.getAsInt(),
                up.getAsInt(),
                number(fields, "disk2"),
                number(fields, "nvram")));
    }

    private static OptionalInt number(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        return value.matches("\\d+") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }
}
