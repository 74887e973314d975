package io.github.ingotvm.guestfs;

import io.github.ingotvm.model.FileChange;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * All files of a guest, as {@code virt-ls --csv -lR --uids --checksum} writes them: type, mode, size, owner, group, for plain files a checksum,
 * path, and for links where they lead. A path may have any sign in it, line ends too.
 */
final class GuestListing {
    private static final int SIZE = 2;
    private static final int PATH = 6;

    private final Map<String, Entry> entries = new HashMap<>();

    private GuestListing() {}

    static GuestListing read(Reader csv) throws IOException {
        GuestListing listing = new GuestListing();
        each(csv, row -> listing.entries.put(row.get(PATH), Entry.of(row)));
        return listing;
    }

    /**
     * What is another in {@code csv}, which need not be held as a whole; in the order of the paths. By what a guest would notice: content,
     * mode, owner and where links lead, not by times, nor by the numbers of devices, which differ from one look to the next.
     */
    List<FileChange> differences(Reader csv) throws IOException {
        List<FileChange> changes = new ArrayList<>();
        Map<String, Entry> gone = new HashMap<>(entries);
        each(csv, row -> {
            Entry after = Entry.of(row);
            Entry before = gone.remove(row.get(PATH));
            if (before == null) {
                changes.add(after.change(FileChange.Kind.ADDED, row.get(PATH)));
            } else if (!before.says.equals(after.says)) {
                changes.add(after.change(FileChange.Kind.CHANGED, row.get(PATH)));
            }
        });
        gone.forEach((path, before) -> changes.add(before.change(FileChange.Kind.REMOVED, path)));
        changes.sort(Comparator.comparing(FileChange::path));
        return changes;
    }

    /** @param says all of it that makes a difference, in one word */
    private record Entry(FileChange.Type type, OptionalLong size, String says) {
        static Entry of(List<String> row) {
            FileChange.Type type = type(row.get(0));
            String size = row.get(SIZE).strip();
            // The size of a folder is that of its table, which only ever grows; a file's is told by its checksum.
            List<String> says = new ArrayList<>(row);
            says.remove(PATH);
            says.remove(SIZE);
            says.replaceAll(String::strip);
            return new Entry(
                    type,
                    type == FileChange.Type.FILE && size.matches("\\d{1,18}")
                            ? OptionalLong.of(Long.parseLong(size))
                            : OptionalLong.empty(),
                    String.join(",", says));
        }

        private static FileChange.Type type(String letter) {
            return switch (letter) {
                case "-" -> FileChange.Type.FILE;
                case "d" -> FileChange.Type.FOLDER;
                case "l" -> FileChange.Type.LINK;
                default -> FileChange.Type.OTHER;
            };
        }

        FileChange change(FileChange.Kind kind, String path) {
            return new FileChange(kind, type, kind == FileChange.Kind.CHANGED ? OptionalLong.empty() : size, path);
        }
    }

    private static void each(Reader csv, Consumer<List<String>> row) throws IOException {
        CsvRows rows = new CsvRows(csv);
        for (Optional<List<String>> next = rows.next(); next.isPresent(); next = rows.next()) {
            next.filter(fields -> fields.size() > PATH && fields.get(0).length() == 1)
                    .ifPresent(row);
        }
    }
}
