package io.github.ingotvm.e2e;

import io.github.ingotvm.testkit.debian.DebianArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long an installation has taken up to what, told by what it fetches; written to {@code target/debian-stages.txt}. */
final class DebianStages {
    private static final Path RECORD = Path.of("target/debian-stages.txt");
    /** What begins when a file is fetched whose path contains this. */
    private static final Map<String, String> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("/debian-installer/", "components of the installer");
        SIGNS.put("/base-files_", "base system");
        SIGNS.put("/linux-image-", "kernel");
        SIGNS.put("/openssh-server_", "chosen software");
        SIGNS.put("/grub-pc_", "boot loader");
    }

    private final DebianArchive archive;
    private final Map<String, String> awaited = new LinkedHashMap<>(SIGNS);
    private int seen;
    private long start;

    DebianStages(DebianArchive archive, String uri) {
        this.archive = archive;
        write("libvirt: " + uri + "; made: " + archive.made() + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }

    void begin() {
        start = System.nanoTime();
    }

    void reached(String stage) {
        Duration since = Duration.ofNanos(System.nanoTime() - start);
        write(
                "%3d min %02d s  %s (%d files)%n"
                        .formatted(
                                since.toMinutes(),
                                since.toSecondsPart(),
                                stage,
                                archive.fetched().size()),
                StandardOpenOption.APPEND);
    }

    /** Looks at what was fetched since. */
    void look() {
        List<String> fetched = archive.fetched();
        for (; seen < fetched.size(); seen++) {
            String path = "/" + fetched.get(seen);
            awaited.entrySet().removeIf(sign -> {
                boolean begun = path.contains(sign.getKey());
                if (begun) {
                    reached(sign.getValue());
                }
                return begun;
            });
        }
    }

    private static void write(String text, StandardOpenOption how) {
        try {
            Files.writeString(RECORD, text, StandardOpenOption.CREATE, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
