package io.github.ingotvm.testkit.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** cloud-init's own check of what it is given, from Debian's or Ubuntu's packages, which are not installed. */
public final class CloudInit {
    private static final String PYTHON = "/usr/bin/python3";

    private CloudInit() {}

    /** What it says of a file; skips the test where it cannot be had. On a build server that is a failure instead. */
    public static String schemaOf(Path file) {
        try {
            String obstacle = Packages.obstacle();
            if (!obstacle.isEmpty() || !Files.isExecutable(Path.of(PYTHON))) {
                throw new TestAbortedException(
                        obstacle.isEmpty() ? "cloud-init needs Python, which is not here" : obstacle);
            }
            Path modules = unpacked().resolve("usr/lib/python3/dist-packages");
            return Programs.text(
                    modules,
                    "env",
                    "PYTHONPATH=" + modules,
                    "PYTHONDONTWRITEBYTECODE=1",
                    PYTHON,
                    "-m",
                    "cloudinit.cmd.main",
                    "schema",
                    "--config-file",
                    file.toString());
        } catch (IOException e) {
            if (System.getenv("CI") != null) {
                throw new UncheckedIOException(e);
            }
            throw new TestAbortedException("no cloud-init: " + e.getMessage(), e);
        }
    }

    private static Path unpacked() throws IOException {
        Path folder = Path.of("target", "cloud-init").toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            try {
                fetch(folder);
            } catch (IOException e) {
                Packages.refresh(e);
                fetch(folder);
            }
        }
        return folder;
    }

    private static void fetch(Path folder) throws IOException {
        Path parts = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "cloud-init");
        Packages.python(List.of("cloud-init")).unpackInto(parts);
        Files.move(parts, folder);
    }
}
