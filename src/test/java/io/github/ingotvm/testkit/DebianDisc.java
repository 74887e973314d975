package io.github.ingotvm.testkit;

import io.github.ingotvm.testkit.debian.NetbootDisc;
import io.github.ingotvm.testkit.linux.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A disc with Debian's own installer on it, the one that fetches all it needs from a mirror. It is fetched as a package
 * (debian-installer-netboot-images), unpacked without being installed, and put where Debian's discs have theirs.
 */
public final class DebianDisc {
    private static final List<String> PACKAGES =
            List.of("debian-installer-13-netboot-amd64", "debian-installer-12-netboot-amd64");

    private DebianDisc() {}

    /**
     * Writes the disc; one given with {@code -Dingot.installer=FILE} goes before. Skips the test that asks where there can be none. On a build
     * server that is a failure instead.
     */
    public static Path at(Path disc) {
        try {
            String given = System.getProperty("ingot.installer", "");
            if (given.isEmpty()) {
                make(Files.createDirectories(Path.of("target/debian-disc")), disc);
            } else {
                Files.copy(Path.of(given), disc);
            }
            Files.setPosixFilePermissions(disc, PosixFilePermissions.fromString("rw-r--r--"));
            return disc;
        } catch (IOException e) {
            if (System.getenv("CI") != null) {
                throw new UncheckedIOException(e);
            }
            throw new TestAbortedException("no Debian installer: " + e.getMessage(), e);
        }
    }

    private static void make(Path work, Path disc) throws IOException {
        Path folder = work.toAbsolutePath();
        NetbootDisc.unpack(archive(folder), folder).write(disc);
    }

    private static Path archive(Path work) throws IOException {
        for (String name : PACKAGES) {
            List<Path> there = archives(work, name);
            if (!there.isEmpty()) {
                return there.get(0);
            }
        }
        for (String name : PACKAGES) {
            try {
                Programs.text(work, "apt-get", "-q", "download", name);
                return archives(work, name).get(0);
            } catch (IOException e) {
                // Another release: it has another one.
            }
        }
        throw new IOException("apt knows none of " + PACKAGES);
    }

    private static List<Path> archives(Path work, String name) throws IOException {
        try (Stream<Path> all = Files.list(work)) {
            return all.filter(f -> f.getFileName().toString().startsWith(name + "_"))
                    .toList();
        }
    }
}
