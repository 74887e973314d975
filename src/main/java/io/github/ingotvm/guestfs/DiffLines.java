package io.github.ingotvm.guestfs;

import io.github.ingotvm.model.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The table that {@code virt-diff --csv --checksum} writes: change, type, mode, size, for plain files a checksum, path, and for links where
 * they lead. A path may have any sign in it, line ends too.
 */
final class DiffLines {
    private static final int PATH = 4;

    private DiffLines() {}

    static List<FileChange> read(String csv) {
        List<FileChange> changes = new ArrayList<>();
        for (List<String> row : rows(csv)) {
            if (row.size() > PATH && row.get(0).length() == 1) {
                add(changes, row);
            }
        }
        return changes;
    }

    private static void add(List<FileChange> changes, List<String> row) {
        FileChange.Type type = type(row.get(1));
        int at = type == FileChange.Type.FILE ? PATH + 1 : PATH;
        if (at >= row.size()) {
            return;
        }
        FileChange.Kind kind = switch (row.get(0).charAt(0)) {
            case '+' -> FileChange.Kind.ADDED;
            case '-' -> FileChange.Kind.REMOVED;
            default -> FileChange.Kind.CHANGED;
        };
        OptionalLong size = type == FileChange.Type.FILE
                        && kind != FileChange.Kind.CHANGED
                        && row.get(3).matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(row.get(3)))
                : OptionalLong.empty();
        changes.add(new FileChange(kind, type, size, row.get(at)));
    }

    private static FileChange.Type type(String letter) {
        return switch (letter) {
            case "-" -> FileChange.Type.FILE;
            case "d" -> FileChange.Type.FOLDER;
            case "l" -> FileChange.Type.LINK;
            default -> FileChange.Type.OTHER;
        };
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        return rows;
    }
}
