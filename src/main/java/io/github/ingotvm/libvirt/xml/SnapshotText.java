package io.github.ingotvm.libvirt.xml;

import io.github.ingotvm.model.Snapshot.Consistency;
import java.util.Optional;

/**
 * What a snapshot's description holds: its name in the first line, the note after a blank line, and a last line that says
 * Ingot wrote it. libvirt's own name of a snapshot may not hold every character and can never change.
 */
record SnapshotText(String name, String note, Consistency consistency) {
    private static final String TRAILER = "-- ingot: consistency=";

    String write() {
        return oneLine(name) + "\n" + (note.isEmpty() ? "" : "\n" + note + "\n") + TRAILER + word(consistency);
    }

    /** Empty for a description that another tool wrote. */
    static Optional<SnapshotText> read(String description) {
        String text = description.stripTrailing();
        int trailer = text.lastIndexOf('\n') + 1;
        if (trailer == 0 || !text.startsWith(TRAILER, trailer)) {
            return Optional.empty();
        }
        Consistency consistency = consistency(text.substring(trailer + TRAILER.length()));
        int end = text.indexOf('\n');
        String rest = text.substring(end + 1, trailer);
        String note = rest.length() < 2 ? "" : rest.substring(1, rest.length() - 1);
        return Optional.of(new SnapshotText(text.substring(0, end), note, consistency));
    }

    SnapshotText described(String newName, String newNote) {
        return new SnapshotText(newName, newNote, consistency);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static String word(Consistency consistency) {
        return switch (consistency) {
            case OFF -> "off";
            case QUIESCED -> "quiesced";
            case CRASH_CONSISTENT -> "crash-consistent";
            case MEMORY -> "memory";
        };
    }

    private static Consistency consistency(String word) {
        return switch (word) {
            case "off" -> Consistency.OFF;
            case "quiesced" -> Consistency.QUIESCED;
            case "memory" -> Consistency.MEMORY;
            default -> Consistency.CRASH_CONSISTENT;
        };
    }
}
