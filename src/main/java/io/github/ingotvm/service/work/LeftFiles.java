package io.github.ingotvm.service.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paths of files that may be unneeded and could not be looked at yet, since other work was under way. A list of hints that all Ingots of a
 * user share: whoever ends its work next proves for each whether it goes. One that is lost costs a finding of Check.
 *
 * @param folder where the lock files are
 */
public record LeftFiles(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(LeftFiles.class);

    /** Costs next to nothing. */
    public boolean areThere() {
        return Files.exists(list());
    }

    public void add(Collection<String> paths) {
        List<String> lines = paths.stream().filter(p -> p.indexOf('\n') < 0).toList();
        try (LockFile.Held held = LockFile.in(folder, "left").hold()) {
            held.run(() -> write(lines));
        }
    }

    /** Those that are there, which are there no longer then. */
    public Set<String> take() {
        if (!areThere()) {
            return Set.of();
        }
        try (LockFile.Held held = LockFile.in(folder, "left").hold()) {
            return held.run(this::readAndRemove);
        }
    }

    private boolean write(List<String> lines) {
        try {
            Files.write(list(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            LOG.warn("Left for Check: {}", lines, e);
            return false;
        }
    }

    private Set<String> readAndRemove() {
        try {
            // Leniently: a line may be torn where the disk was full.
            String lines = new String(Files.readAllBytes(list()), StandardCharsets.UTF_8);
            return lines.lines().filter(l -> !l.isBlank()).collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException e) {
            LOG.warn("{} cannot be read; what it names is left for Check", list(), e);
            return Set.of();
        } finally {
            remove();
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(list());
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", list(), e);
        }
    }

    private Path list() {
        return folder.resolve("left");
    }
}
