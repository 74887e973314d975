package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that may be copies of damaged ones. */
final class Copies {
    private Copies() {}

    /**
     * A file is one copy; of a folder, such as a backup of the pool's, those files that are called like the damaged ones, else all.
     *
     * @throws IngotException {@code NOT_FOUND}, {@code INVALID}
     */
    static List<Path> at(Path place, List<String> damaged) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new IngotException(
                    Kind.NOT_FOUND, "There is no file or folder " + place + "; choose where a copy lies.");
        }
        Set<String> names =
                damaged.stream().map(p -> p.substring(p.lastIndexOf('/') + 1)).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(place)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            List<Path> alike = all.stream()
                    .filter(f -> names.contains(f.getFileName().toString()))
                    .toList();
            return alike.isEmpty() ? all : alike;
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, place + " cannot be read; check its permissions.", e);
        }
    }
}
