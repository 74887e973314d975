package io.github.ingotvm.guestfs;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a table with commas, one at a time; a field between quotes may have any sign in it, quotes are doubled there. */
final class CsvRows {
    private final PushbackReader in;

    CsvRows(Reader in) {
        this.in = new PushbackReader(in);
    }

    Optional<List<String>> next() throws IOException {
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && (quoted || c != '\n'); c = in.read()) {
            if (c == '"') {
                if (quoted && takes('"')) {
                    field.append('"');
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                row.add(field.toString());
                field.setLength(0);
            } else {
                field.append((char) c);
            }
        }
        row.add(field.toString());
        return Optional.of(row);
    }

    private boolean takes(char wanted) throws IOException {
        int c = in.read();
        if (c == wanted) {
            return true;
        }
        if (c >= 0) {
            in.unread(c);
        }
        return false;
    }
}
