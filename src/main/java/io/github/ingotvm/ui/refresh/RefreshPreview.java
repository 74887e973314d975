package io.github.ingotvm.ui.refresh;

import io.github.ingotvm.model.CloneChange;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.ui.common.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an update or a reset would do to clones, in words. */
record RefreshPreview(List<CloneChange> changes, To to) {
    private static final long MIB = 1L << 20;

    RefreshPreview {
        changes = List.copyOf(changes);
    }

    boolean isReset() {
        return to instanceof To.Own;
    }

    /** Those that it would do something to. */
    List<CloneChange> going() {
        return changes.stream()
                .filter(c -> c.needed() && c.obstacle().isEmpty())
                .toList();
    }

    List<CloneChange> running() {
        return going().stream().filter(CloneChange::isRunning).toList();
    }

    /** Those that it would do something to, or all but those that run. */
    List<MachineId> ids(boolean withRunning) {
        return going().stream()
                .filter(c -> withRunning || !c.isRunning())
                .map(c -> c.machine().id())
                .toList();
    }

    /** {@code v3}, when all go to the same. */
    Optional<String> target() {
        Set<String> labels = going().stream()
                .flatMap(c -> c.to().stream())
                .map(RefreshPreview::label)
                .collect(Collectors.toSet());
        return labels.size() == 1 ? labels.stream().findFirst() : Optional.empty();
    }

    private static String label(Lineage lineage) {
        return lineage.version().isPresent()
                ? "v" + lineage.version().getAsInt()
                : "“" + Formats.brief(lineage.snapshotName()) + "”";
    }

    private String called() {
        return changes.size() == 1
                ? "“" + Formats.brief(changes.get(0).machine().displayName()) + "”"
                : Formats.count(changes.size(), "clone", "clones");
    }

    String title() {
        return (isReset() ? "Reset " : "Update ")
                + called()
                + target().map(t -> " to " + t).orElse("");
    }

    /** What the button says that does it to so many. */
    String acceptWord(int number) {
        String word = isReset() ? "Reset" : "Update";
        return changes.size() == 1 ? word : word + " " + Formats.count(number, "Clone", "Clones");
    }

    String about() {
        if (going().isEmpty()) {
            return changes.stream().anyMatch(c -> c.obstacle().isPresent())
                    ? "Nothing can be done now."
                    : "All of them are up to date.";
        }
        long written = going().stream().mapToLong(CloneChange::written).sum();
        return "The system disk becomes a fresh one"
                + target().map(t -> " on " + t).orElse("")
                + ". Name, addresses, hardware, data disks and snapshots stay. "
                + "What was written to the system disk since ("
                + size(written)
                + ") leaves it, and is kept for Undo.";
    }

    /** An overlay takes some space before anything is written to it. */
    private static String size(long written) {
        return written < MIB ? "less than 1 MiB" : Formats.size(written);
    }

    /** What becomes of one. */
    static String words(CloneChange change) {
        if (change.obstacle().isPresent()) {
            return change.obstacle().get().getMessage();
        }
        if (!change.needed()) {
            return "is up to date";
        }
        List<String> words = new ArrayList<>();
        String from =
                change.machine().mark().lineage().map(RefreshPreview::label).orElse("");
        String to = change.to().map(RefreshPreview::label).orElse("");
        words.add(from.equals(to) ? to : from + " → " + to);
        words.add(size(change.written()) + " written since");
        if (!change.snapshots().isEmpty()) {
            words.add(Formats.count(change.snapshots().size(), "snapshot stays", "snapshots stay"));
        }
        if (change.dropsFormer()) {
            words.add("its earlier Undo goes");
        }
        return String.join("  ·  ", words);
    }
}
