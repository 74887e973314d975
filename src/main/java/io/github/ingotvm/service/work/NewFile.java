package io.github.ingotvm.service.work;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

/** A file of this computer that is there whole, under its name, or not at all: it is written beside it first. */
public final class NewFile {
    private final Path target;
    private final Path folder;
    private final Path part;
    private final boolean replace;

    /** Writes the bytes. */
    public interface Content {
        void writeTo(FileChannel file) throws IOException;
    }

    /**
     * Looks whether it can be made.
     *
     * @param replace whether one that is there may be replaced
     * @throws IngotException {@code INVALID}, {@code EXISTS}, {@code DENIED}
     */
    public NewFile(Path file, boolean replace) {
        this.target = file.toAbsolutePath().normalize();
        this.replace = replace;
        if (target.getFileName() == null || Files.isDirectory(target)) {
            throw new IngotException(Kind.INVALID, target + " is a folder; name a file in it.");
        }
        this.folder = Objects.requireNonNull(target.getParent());
        this.part = folder.resolve("." + target.getFileName() + ".part");
        if (!Files.isDirectory(folder)) {
            throw new IngotException(Kind.INVALID, "There is no folder " + folder + "; make it, or choose another.");
        }
        requireFree();
        if (!Files.isWritable(folder)) {
            throw new IngotException(Kind.DENIED, "You may not write to " + folder + "; choose another folder.");
        }
    }

    private void requireFree() {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!replace) {
            throw new IngotException(
                    Kind.EXISTS, "There is already a file " + target + "; choose another name, or let it be replaced.");
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IngotException(Kind.INVALID, target + " is no ordinary file; choose another name.");
        }
    }

    public Path path() {
        return target;
    }

    /** Bytes that are free where it will be. */
    public LongSupplier room() {
        return () -> {
            try {
                return Files.getFileStore(folder).getUsableSpace();
            } catch (IOException e) {
                return Long.MAX_VALUE;
            }
        };
    }

    /** @throws IngotException {@code IN_USE} while somebody else writes it, {@code NO_SPACE}, {@code DENIED}, {@code FAILED}; nothing is left then */
    public void write(Content content) {
        try (FileChannel file = FileChannel.open(
                part, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            if (!isOurs(file)) {
                throw new IngotException(
                        Kind.IN_USE, target + " is being written already; wait, or choose another name.");
            }
            try {
                file.truncate(0); // what was left by one that was killed
                content.writeTo(file);
                requireFree();
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(part);
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw new IngotException(Kind.DENIED, "You may not write to " + folder + "; choose another folder.", e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static boolean isOurs(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private IngotException failed(IOException e) {
        String why = String.valueOf(e.getMessage());
        return why.contains("No space left") || why.contains("Disk quota exceeded")
                ? noRoom(e)
                : new IngotException(
                        Kind.FAILED, target + " could not be written: " + why + "; check the disk it is on.", e);
    }

    public IngotException noRoom(@org.jspecify.annotations.Nullable IOException e) {
        return new IngotException(
                Kind.NO_SPACE, "There is not enough room for " + target + "; make room, or choose another disk.", e);
    }
}
