package io.github.ingotvm.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
        Path archive = archive(work.toAbsolutePath());
        Path tree = work.toAbsolutePath().resolve("tree");
        Path content = work.toAbsolutePath().resolve("disc");
        Path installer = Files.createDirectories(content.resolve("install.amd"));
        run(work, "dpkg-deb", "-x", archive.toString(), tree.toString());
        copy(tree, "linux", installer.resolve("vmlinuz"));
        copy(tree, "initrd.gz", installer.resolve("initrd.gz"));
        Files.write(content.resolve("boot.img"), new byte[2048]); // nobody boots from it
        String version = archive.getFileName().toString().replaceAll("\\D*(\\d+).*", "$1");
        run(
                work,
                "xorriso",
                "-as",
                "mkisofs",
                "-r",
                "-volid",
                "Debian " + version + ".1.0 amd64 n",
                "-b",
                "boot.img",
                "-no-emul-boot",
                "-o",
                disc.toString(),
                content.toString());
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
                run(work, "apt-get", "-q", "download", name);
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

    /** The text installer's. */
    private static void copy(Path tree, String name, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            Path from = all.filter(f -> f.endsWith(Path.of("debian-installer/amd64", name))
                            && f.toString().contains("/text/"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the package has no " + name));
            Files.deleteIfExists(to);
            Files.copy(from, to);
        }
    }

    private static void run(Path folder, String... command) throws IOException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
