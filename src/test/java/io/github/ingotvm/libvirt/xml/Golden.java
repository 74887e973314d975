package io.github.ingotvm.libvirt.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files under {@code src/test/resources/xml} that say what is right; {@code -Dgolden.update=true} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/xml");

    private Golden() {}

    static String input(String name) {
        return read(FOLDER.resolve("in").resolve(name + ".xml"));
    }

    static void assertMatches(String name, String actual) {
        Path file = FOLDER.resolve(name + ".xml");
        if (Boolean.getBoolean("golden.update")) {
            try {
                Files.writeString(file, actual);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(actual)
                .as("%s; if the change is meant, run with -Dgolden.update=true", file)
                .isEqualTo(read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
