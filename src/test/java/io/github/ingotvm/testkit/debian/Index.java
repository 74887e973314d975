package io.github.ingotvm.testkit.debian;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** The packages that a part of an archive claims to have. */
final class Index {
    private final Map<String, Stanza> packages = new LinkedHashMap<>();

    Index(Stream<Stanza> stanzas) {
        stanzas.forEach(s -> packages.put(s.name(), s));
    }

    /** @param part as {@code dists/trixie/main/binary-amd64} */
    static Index of(Archive archive, String part) throws IOException {
        try (XZInputStream in = new XZInputStream(new ByteArrayInputStream(archive.bytes(part + "/Packages.xz")))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Index parse(String text) {
        return new Index(Stream.of(text.strip().split("\n\n+"))
                .filter(stanza -> !stanza.isEmpty())
                .map(stanza -> new Stanza(List.of(stanza.split("\n")))));
    }

    Optional<Stanza> find(String name) {
        return Optional.ofNullable(packages.get(name));
    }

    Stanza require(String name) throws IOException {
        return find(name).orElseThrow(() -> new IOException("the archive has no " + name));
    }

    Stream<Stanza> stream() {
        return packages.values().stream();
    }

    String text() {
        return stream().map(Stanza::text).collect(Collectors.joining("\n"));
    }
}
