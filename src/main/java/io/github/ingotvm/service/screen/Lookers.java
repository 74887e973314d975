package io.github.ingotvm.service.screen;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.work.LockFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which Ingots of this user look at which machine's screen: a locked file for each. The operating system drops the locks of a
 * process that dies, and the next one who leaves removes its file. Not safe for several threads.
 */
final class Lookers {
    private static final Logger LOG = LoggerFactory.getLogger(Lookers.class);

    private final Path folder;
    private final String me = UUID.randomUUID().toString();
    private final Map<MachineId, LockFile.Held> mine = new HashMap<>();

    /** @param folder one for each connection; made when needed */
    Lookers(Path folder) {
        this.folder = folder;
    }

    /** This Ingot begins to look. */
    void enter(MachineId id, Runnable work) {
        inTurn(() -> {
            mine.computeIfAbsent(id, key -> LockFile.in(folder, name(id, me)).hold());
            work.run();
        });
    }

    /**
     * This Ingot has looked enough.
     *
     * @param last done when no other one looks
     */
    void leave(MachineId id, Runnable last) {
        inTurn(() -> {
            LockFile.Held held = mine.remove(id);
            if (held != null) {
                held.close();
            }
            if (!isLookedAt(id)) {
                last.run();
            }
        });
    }

    /** Nobody comes or goes meanwhile. */
    private void inTurn(Runnable work) {
        try (LockFile.Held turn = LockFile.in(folder, "turn").hold()) {
            turn.run(() -> {
                work.run();
                return true;
            });
        }
    }

    private boolean isLookedAt(MachineId id) {
        boolean looked = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name(id, "*.lock"))) {
            for (Path file : files) {
                looked |= !removed(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return looked;
    }

    /** Removes the file of one that is gone. */
    private boolean removed(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (LockFile.Held held =
                LockFile.in(folder, name.substring(0, name.lastIndexOf('.'))).tryHold()) {
            if (held == null) {
                return false;
            }
            Files.deleteIfExists(file);
            LOG.trace("{} is gone", name);
            return true;
        }
    }

    private static String name(MachineId id, String who) {
        return id + "." + who;
    }
}
