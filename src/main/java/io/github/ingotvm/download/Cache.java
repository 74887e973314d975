package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder of downloads: whole files under their own names, each with a note of where it is from, and parts with their journals. It
 * may be removed at any time, wholly or in part.
 */
final class Cache {
    private static final String NOTE = ".origin";

    private final Path folder;

    Cache(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    void make() throws IOException {
        Files.createDirectories(folder);
    }

    /** Where a file of this address is, or will be. Two files of one name from two places are kept apart. */
    Path place(URI uri) {
        String name = FileNames.of(uri);
        Path plain = folder.resolve(name);
        boolean others = origin(plain).filter(u -> !u.equals(uri.toString())).isPresent()
                || (Files.exists(plain) && origin(plain).isEmpty())
                || Journal.read(folder.resolve(name + Part.JOURNAL))
                        .filter(j -> !j.uri().equals(uri.toString()))
                        .isPresent();
        return others ? folder.resolve(tag(uri) + "-" + name) : plain;
    }

    private static String tag(URI uri) {
        byte[] digest = Digests.sha256(uri.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 4);
    }

    private Path note(Path file) {
        return file.resolveSibling("." + file.getFileName() + NOTE);
    }

    private Optional<String> origin(Path file) {
        return Optional.ofNullable(read(note(file)).getProperty("uri"));
    }

    /** What is known of a whole file from an address; empty when it is not here, or no longer as it was. */
    Optional<Held> whole(URI uri) {
        return Optional.of(place(uri))
                .filter(Files::isRegularFile)
                .map(this::held)
                .filter(h -> h.uri().isPresent() && h.checksum().isPresent());
    }

    /** Notes where a file is from, before it gets its name: a file is never there without its note. */
    void remember(Path target, Path whole, URI uri, Checksum checksum, Proof proof) throws IOException {
        Properties p = new Properties();
        p.setProperty("uri", uri.toString());
        p.setProperty("size", Long.toString(Files.size(whole)));
        p.setProperty("checksum", checksum.toString());
        p.setProperty("modified", modified(whole));
        proof.source().ifPresent(s -> p.setProperty("source", s));
        Journal.store(p, note(target));
    }

    List<Held> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .filter(f -> !f.getFileName().toString().endsWith(Part.JOURNAL))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .map(this::held)
                    .toList();
        } catch (IOException e) {
            throw new IngotException(Kind.DENIED, folder + " cannot be read; check its permissions.", e);
        }
    }

    private Held held(Path file) {
        try {
            String name = file.getFileName().toString();
            long size = Files.size(file);
            boolean part = name.endsWith(Part.SUFFIX);
            Properties p = part ? new Properties() : read(note(file));
            Optional<String> uri = part
                    ? Journal.read(file.resolveSibling(stem(name) + Part.JOURNAL))
                            .map(Journal::uri)
                    : Optional.ofNullable(p.getProperty("uri"));
            // A file that somebody has written to since is no longer what was compared.
            boolean same = Long.toString(size).equals(p.getProperty("size"))
                    && modified(file).equals(p.getProperty("modified"));
            return new Held(
                    file,
                    uri,
                    size,
                    !part,
                    Optional.ofNullable(p.getProperty("checksum"))
                            .filter(c -> same)
                            .map(Checksum::parse),
                    Optional.ofNullable(p.getProperty("source")).filter(c -> same),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new IngotException(Kind.FAILED, file + " cannot be looked at; check its permissions.", e);
        }
    }

    private static String modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().toString();
    }

    private static String stem(String part) {
        return part.substring(0, part.length() - Part.SUFFIX.length());
    }

    private static Properties read(Path file) {
        Properties p = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                p.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                p.clear();
            }
        }
        return p;
    }

    /** Removes a file, or a part, with what is noted about it. */
    void remove(Held held) throws IOException {
        if (held.whole()) {
            Files.deleteIfExists(held.file());
            Files.deleteIfExists(note(held.file()));
        } else {
            Part.remove(folder.resolve(stem(held.name())));
        }
    }
}
