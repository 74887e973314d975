package io.github.ingotvm.osinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** An index that another Ingot wrote is read by one that writes it alike, or not at all. */
class IndexFormTest {
    /** After a change of the form, count up {@link OsIndex#MAGIC}; of what is in the files, {@link Overlay#VERSION}. Then this. */
    private static final String KNOWN = "magic 494e474f544f5304, systems 2, form and content 8bbc6f7b";

    @Test
    void theNumbersAreCountedUpWithTheFormAndTheContent() throws IOException {
        CRC32 crc = new CRC32();
        crc.update(IndexWriter.write(OsLibrary.builtIn().all(), 0));
        assertThat("magic %x, systems %d, form and content %08x"
                        .formatted(OsIndex.MAGIC, Overlay.VERSION, crc.getValue()))
                .isEqualTo(KNOWN);
    }

    @Test
    void allFilesOfSystemsAreRead() throws IOException {
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/io/github/ingotvm/osinfo/systems"))) {
            files.forEach(f -> there.add(f.getFileName().toString().replace(".xml", "")));
        }
        assertThat(new TreeSet<>(Overlay.NAMES)).isEqualTo(there);
        try (InputStream first = Overlay.class.getResourceAsStream("systems/ingot.xml")) {
            assertThat(first).isNotNull();
        }
    }
}
