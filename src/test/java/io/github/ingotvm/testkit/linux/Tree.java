package io.github.ingotvm.testkit.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Unpacked packages, in which things are found by name wherever the release has put them. */
final class Tree {
    private static final Pattern NEEDED = Pattern.compile("\\(NEEDED\\).*\\[(.+)]");

    private static final List<Path> OWN_LIBRARIES =
            List.of(Path.of("/lib/x86_64-linux-gnu"), Path.of("/usr/lib/x86_64-linux-gnu"));

    private final Path root;
    private final List<Path> files;

    Tree(Path root) throws IOException {
        this.root = root;
        try (Stream<Path> all = Files.walk(root)) {
            this.files = all.filter(Files::isRegularFile).sorted().toList(); // links lead to such files, too
        }
    }

    /** The first file with this name, by path; the name may have folders before it. */
    Optional<Path> find(String name) {
        return files.stream().filter(f -> f.endsWith(name)).findFirst();
    }

    Path require(String name) throws IOException {
        return find(name).orElseThrow(() -> new IOException("the packages hold no " + name));
    }

    /** The first file whose name starts so. */
    Path requirePrefix(String prefix) throws IOException {
        return files.stream()
                .filter(f -> String.valueOf(f.getFileName()).startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IOException("the packages hold no " + prefix + "*"));
    }

    /** A kernel module's content; empty when the kernel has it built in. */
    Optional<byte[]> module(String name) throws IOException {
        Map<String, List<String>> unpack =
                Map.of(".ko", List.of("cat"), ".ko.xz", List.of("xz", "-dc"), ".ko.zst", List.of("zstd", "-dc"));
        for (Map.Entry<String, List<String>> kind : unpack.entrySet()) {
            Optional<Path> file = find(name + kind.getKey());
            if (file.isPresent()) {
                List<String> command = Stream.concat(
                                kind.getValue().stream(), Stream.of(file.get().toString()))
                        .toList();
                return Optional.of(Programs.bytes(root, command));
            }
        }
        return Optional.empty();
    }

    /** A keyboard map for a console that types Unicode, as busybox reads it. */
    byte[] keymap(String name) throws IOException {
        return Programs.bytes(
                root,
                List.of(
                        require("loadkeys").toString(),
                        "--bkeymap",
                        "--unicode",
                        require(name + ".kmap.gz").toString()));
    }

    /** Every library that these programs are linked to, directly or not: name to file. What no package holds is this computer's. */
    Map<String, Path> libraries(List<Path> programs) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        Deque<Path> left = new ArrayDeque<>(programs);
        while (!left.isEmpty()) {
            Path file = left.removeFirst();
            Matcher needed = NEEDED.matcher(Programs.text(root, "readelf", "-d", file.toString()));
            while (needed.find()) {
                String name = needed.group(1);
                if (!found.containsKey(name)) {
                    Path library = find(name)
                            .or(() -> OWN_LIBRARIES.stream()
                                    .map(folder -> folder.resolve(name))
                                    .filter(Files::exists)
                                    .findFirst())
                            .orElseThrow(() -> new IOException("neither the packages nor this computer have " + name));
                    found.put(name, library);
                    left.add(library);
                }
            }
        }
        return found;
    }
}
