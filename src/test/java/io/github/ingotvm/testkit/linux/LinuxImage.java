package io.github.ingotvm.testkit.linux;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.opentest4j.TestAbortedException;

/**
 * A kernel, and what it unpacks into memory and runs. Made once from the distribution's packages and kept in the user's
 * cache until those have other versions; nothing is installed on the host.
 *
 * @param kernel to boot
 * @param initrd the whole system
 */
public record LinuxImage(Path kernel, Path initrd) {
    /** Kernel options: what it says goes to the first serial port; the screen is the console of people. */
    public static final String OPTIONS = "console=tty0 console=ttyS0 quiet panic=1 random.trust_cpu=on";

    /** The image; skips the test that asks where there can be none. On a build server that is a failure instead. */
    public static LinuxImage get() {
        return get(LinuxKind.CONSOLE);
    }

    /** The same with an X server and the SPICE agent, which {@code /sbin/desktop} starts. */
    public static LinuxImage desktop() {
        return get(LinuxKind.DESKTOP);
    }

    private static LinuxImage get(LinuxKind kind) {
        try {
            String obstacle = Packages.obstacle();
            if (!obstacle.isEmpty()) {
                throw new TestAbortedException(obstacle);
            }
            try {
                return cached(kind);
            } catch (IOException e) {
                Packages.refresh(e);
                return cached(kind);
            }
        } catch (IOException e) {
            if (System.getenv("CI") != null) {
                throw new UncheckedIOException(e);
            }
            throw new TestAbortedException("no Linux guest: " + e.getMessage(), e);
        }
    }

    private static LinuxImage cached(LinuxKind kind) throws IOException {
        Path cache = Files.createDirectories(folder().resolve(kind.folder()));
        try (FileChannel lock = FileChannel.open(cache.resolve("lock"), CREATE, WRITE);
                FileLock held = lock.lock()) {
            Packages packages = Packages.find(kind);
            Path made = cache.resolve(key(packages.versions() + SystemTree.recipe(kind)));
            if (held.isValid() && !Files.isDirectory(made)) {
                clear(cache);
                make(kind, packages, made);
            }
            return new LinuxImage(made.resolve("vmlinuz"), made.resolve("initrd"));
        }
    }

    /** The user's cache; the build's folder where that cannot be written to. */
    private static Path folder() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        Path cache = xdg == null || xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg);
        boolean usable = Files.isWritable(Files.isDirectory(cache) ? cache : home);
        return (usable ? cache : Path.of("target")).toAbsolutePath().resolve("ingot-tests");
    }

    private static String key(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static void make(LinuxKind kind, Packages packages, Path made) throws IOException {
        Path work = Files.createDirectories(made.resolveSibling("work"));
        Path tree = Files.createDirectories(work.resolve("tree"));
        Path result = Files.createDirectories(work.resolve("result"));
        packages.unpackInto(tree);
        Tree files = new Tree(tree);
        Files.copy(files.requirePrefix("vmlinuz-"), result.resolve("vmlinuz"));
        SystemTree.write(kind, files, result.resolve("initrd"));
        Files.move(result, made, ATOMIC_MOVE);
        delete(work);
    }

    /** What was made of earlier versions. */
    private static void clear(Path cache) throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            for (Path each : all.filter(Files::isDirectory).toList()) {
                delete(each);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
