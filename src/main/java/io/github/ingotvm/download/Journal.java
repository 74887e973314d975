package io.github.ingotvm.download;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * What is known of a file that is only here in part.
 *
 * @param uri where it is fetched from
 * @param validator what its publisher tells its versions apart by; empty when it says nothing
 * @param total bytes of the whole file, when it was told
 * @param safe bytes that are on the disk for certain
 */
record Journal(String uri, Optional<String> validator, OptionalLong total, long safe) {
    static Optional<Journal> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties p = new Properties();
            p.load(reader);
            long total = Long.parseLong(p.getProperty("total", "-1"));
            long safe = Long.parseLong(p.getProperty("safe", "0"));
            String uri = p.getProperty("uri", "");
            return uri.isEmpty() || safe < 0
                    ? Optional.empty()
                    : Optional.of(new Journal(
                            uri,
                            Optional.ofNullable(p.getProperty("validator")),
                            total < 0 ? OptionalLong.empty() : OptionalLong.of(total),
                            safe));
        } catch (IOException | IllegalArgumentException e) {
            // A damaged journal is as good as none: the file is fetched from its beginning.
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Properties p = new Properties();
        p.setProperty("uri", uri);
        validator.ifPresent(v -> p.setProperty("validator", v));
        total.ifPresent(t -> p.setProperty("total", Long.toString(t)));
        p.setProperty("safe", Long.toString(safe));
        store(p, file);
    }

    /** Whole or not at all. */
    static void store(Properties properties, Path file) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
