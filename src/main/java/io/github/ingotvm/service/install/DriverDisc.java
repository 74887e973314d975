package io.github.ingotvm.service.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The disc with the virtio drivers for Windows, if the user has it: where the installation disc is, among the downloads, or installed. */
final class DriverDisc {
    private static final Pattern NAME = Pattern.compile("virtio-win.*\\.iso", Pattern.CASE_INSENSITIVE);

    /** Where Fedora's package virtio-win puts it. */
    private static final Path PACKAGE = Path.of("/usr/share/virtio-win");

    private DriverDisc() {}

    static Optional<Path> near(Path installationDisc) {
        List<Path> folders = new ArrayList<>();
        Path here = installationDisc.toAbsolutePath().getParent();
        if (here != null) {
            folders.add(here);
        }
        folders.add(Path.of(System.getProperty("user.home"), "Downloads"));
        folders.add(PACKAGE);
        return folders.stream().flatMap(f -> newestIn(f).stream()).findFirst();
    }

    private static Optional<Path> newestIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> NAME.matcher(f.getFileName().toString()).matches() && Files.isReadable(f))
                    .max(Comparator.comparing(f -> f.toFile().lastModified()));
        } catch (IOException e) {
            return Optional.empty(); // a folder that cannot be read offers nothing
        }
    }
}
