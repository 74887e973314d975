package io.github.ingotvm.testkit.debian;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One package of an index, or its control file.
 *
 * @param lines as they stand there
 */
record Stanza(List<String> lines) {
    Stanza {
        lines = List.copyOf(lines);
    }

    static Stanza of(Map<String, String> fields) {
        return new Stanza(fields.entrySet().stream()
                .map(f -> f.getKey() + ": " + f.getValue())
                .toList());
    }

    /** The field's value; empty when it has none. */
    String to(String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field + ": "))
                .map(line -> line.substring(field.length() + 2))
                .findFirst()
                .orElse("");
    }

    String name() {
        return to("Package");
    }

    /** With these fields, and those of their names no longer. */
    Stanza with(Map<String, String> fields) {
        List<String> all = new ArrayList<>(lines.stream()
                .filter(line -> fields.keySet().stream().noneMatch(f -> line.startsWith(f + ":")))
                .toList());
        all.addAll(of(fields).lines());
        return new Stanza(all);
    }

    /** A stanza's text, with the line break at its end. */
    String text() {
        return String.join("\n", lines) + "\n";
    }
}
