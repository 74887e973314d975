package io.github.ingotvm.osinfo;

import io.github.ingotvm.format.SafeXml;
import io.github.ingotvm.format.XmlElement;
import io.github.ingotvm.osinfo.OperatingSystem.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the database: some eight hundred small XML files. */
final class OsDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(OsDatabase.class);

    private OsDatabase() {}

    /** All systems in these files, and those that Ingot itself knows where the files do not. */
    static List<OperatingSystem> read(List<Path> files) {
        Map<String, OsEntry> entries = new LinkedHashMap<>();
        files.forEach(path -> add(path, entries));
        Map<String, OsEntry> own = new LinkedHashMap<>();
        Overlay.documents().forEach(document -> add(document, own));
        own.forEach(entries::putIfAbsent);
        Inheritance inheritance = new Inheritance(entries);
        return entries.values().stream()
                .filter(e -> !e.shortIds.isEmpty())
                .map(e -> system(e, inheritance))
                .toList();
    }

    private static void add(Path file, Map<String, OsEntry> entries) {
        try (InputStream in = Files.newInputStream(file)) {
            add(SafeXml.read(in), entries);
        } catch (IOException e) {
            LOG.warn("{} is left out of the database of operating systems", file, e);
        }
    }

    private static void add(XmlElement document, Map<String, OsEntry> entries) {
        document.children("os")
                .forEach(os -> os.attribute("id")
                        .ifPresent(
                                id -> entries.computeIfAbsent(id, OsEntry::new).add(os)));
    }

    private static OperatingSystem system(OsEntry e, Inheritance inheritance) {
        String name = e.text("name");
        return new OperatingSystem(
                e.id,
                e.shortIds.get(0),
                e.shortIds.subList(1, e.shortIds.size()),
                name.isEmpty() ? e.shortIds.get(0) : name,
                e.text("version"),
                e.text("family"),
                e.text("distro"),
                e.text("codename"),
                date(e.text("release-date")),
                date(e.text("eol-date")),
                stage(e.text("release-status")),
                inheritance.needs(e),
                inheritance.devices(e),
                e.firmware,
                new ArrayList<>(e.media),
                e.images);
    }

    private static Stage stage(String status) {
        return switch (status) {
            case "rolling" -> Stage.ROLLING;
            case "prerelease", "snapshot" -> Stage.PRERELEASE;
            default -> Stage.RELEASED;
        };
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
