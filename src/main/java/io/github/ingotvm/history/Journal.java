package io.github.ingotvm.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file of lines, which only ever grows. Several Ingots of a user may write at the same time. When it is full it becomes the older one,
 * and a new one is begun; a line that a crash tore is passed over.
 */
final class Journal {
    /** Bytes after which a file is full: some forty thousand entries. */
    static final long FULL = 16L << 20;

    private static final String NAME = "history.jsonl";
    /** The older files that are kept. */
    static final int OLDER = 4;

    private final Path folder;
    private final long full;

    Journal(Path folder) {
        this(folder, FULL);
    }

    Journal(Path folder, long full) {
        this.folder = folder;
        this.full = full;
    }

    /** Appends these, all or as far as the disk has room, and returns once they are on the disk. */
    void append(List<Entry> entries) {
        String text = entries.stream().map(e -> Line.of(e) + "\n").collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            synchronized (Journal.class) { // within one process a file cannot be locked twice
                try (FileChannel lock = open(folder.resolve("history.lock"));
                        var held = lock.lock()) {
                    write(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private void write(String text) throws IOException {
        Path file = file(0);
        if (Files.exists(file) && Files.size(file) >= full) {
            turn();
        }
        try (FileChannel channel = open(file)) {
            long end = channel.size();
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(isTorn(channel, end) ? "\n" + text : text);
            channel.position(end);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }

    /** Whether the last one who wrote did not come to the end of the line. */
    private static boolean isTorn(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    }

    private void turn() throws IOException {
        for (int age = OLDER - 1; age >= 0; age--) {
            if (Files.exists(file(age))) {
                Files.move(file(age), file(age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path file(int age) {
        return folder.resolve(age == 0 ? NAME : "history." + age + ".jsonl");
    }

    /** All there are, the oldest first. */
    List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        for (int age = OLDER; age >= 0; age--) {
            entries.addAll(read(age));
        }
        return entries;
    }

    /** Those of one file, 0 being the newest, the oldest first. */
    List<Entry> read(int age) {
        Path file = file(age);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()) {
            return lines.flatMap(l -> Line.read(l).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
