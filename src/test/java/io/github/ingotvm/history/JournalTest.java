package io.github.ingotvm.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder = Path.of("");

    private static Entry entry(String name) {
        return new Entry(
                Instant.parse("2026-11-25T04:00:00.123Z"),
                What.CLONED,
                "f22b4003-0412-4076-9d81-85261e2495f9",
                name,
                Map.of(Entry.FROM_NAME, "a \"b\"\n日本"),
                Map.of("/pool/a.qcow2", "00ff"),
                Optional.of("no space"),
                "someone",
                "ingot clone",
                "qemu:///session");
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(Entry::name).toList();
    }

    @Test
    void givesBackWhatWasWritten() {
        Journal journal = new Journal(folder);
        journal.append(List.of(entry("a"), entry("b")));
        journal.append(List.of(entry("c")));
        assertThat(journal.read()).containsExactly(entry("a"), entry("b"), entry("c"));
    }

    @Test
    void hasNothingToTellBeforeAnythingHappened() {
        assertThat(new Journal(folder.resolve("nowhere")).read()).isEmpty();
    }

    @Test
    void goesOnAfterALineThatWasTorn() throws IOException {
        Journal journal = new Journal(folder);
        journal.append(List.of(entry("a")));
        Files.writeString(folder.resolve("history.jsonl"), "{\"time\":\"2026-11-", StandardOpenOption.APPEND);
        assertThat(names(journal.read())).containsExactly("a");
        journal.append(List.of(entry("b")));
        assertThat(names(journal.read())).containsExactly("a", "b");
    }

    @Test
    void passesOverWhatItDoesNotUnderstand() throws IOException {
        Files.writeString(folder.resolve("history.jsonl"), """
                no json
                []
                {"time":"2026-11-25T04:00:00Z","what":"teleported"}
                {"time":"never","what":"cloned"}
                {"time":"2026-11-25T04:00:00Z","what":"deleted","machine":"x","name":"a","later":"still read"}
                """);
        List<Entry> read = new Journal(folder).read();
        assertThat(names(read)).containsExactly("a");
        assertThat(read.get(0).details()).containsEntry("later", "still read");
    }

    @Test
    void beginsANewFileWhenOneIsFullAndKeepsSomeOlderOnes() {
        Journal journal = new Journal(folder, 1);
        IntStream.range(0, 8).forEach(i -> journal.append(List.of(entry("e" + i))));
        assertThat(names(journal.read())).containsExactly("e3", "e4", "e5", "e6", "e7");
    }

    @Test
    void isForTheUserAlone() throws IOException {
        new Journal(folder).append(List.of(entry("a")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("history.jsonl"))))
                .isEqualTo("rw-------");
    }

    @Test
    void takesWhatManyWriteAtOnceWhole() throws InterruptedException {
        List<Thread> writers = IntStream.range(0, 4)
                .mapToObj(w -> new Thread(() ->
                        IntStream.range(0, 25).forEach(i -> new Journal(folder).append(List.of(entry(w + "-" + i))))))
                .toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(names(new Journal(folder).read())).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void saysWhenItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new Journal(file.resolve("below")).append(List.of(entry("a"))))
                .isInstanceOf(UncheckedIOException.class);
    }
}
