package io.github.ingotvm.osinfo;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating systems of the world, from the osinfo database of this computer and from what Ingot knows itself. Read at first
 * use, and kept in an index file between starts; safe to use from any thread.
 */
public final class OsLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(OsLibrary.class);

    private final OsFolders folders;
    private final Optional<Path> indexFile;

    private @Nullable OsIndex index;

    private OsLibrary(OsFolders folders, Optional<Path> indexFile) {
        this.folders = folders;
        this.indexFile = indexFile;
    }

    /** The database where the environment says, or where it usually is. */
    public static OsLibrary of(Map<String, String> environment) {
        return new OsLibrary(OsFolders.of(environment), Optional.of(OsFolders.index(environment)));
    }

    /** The database in these folders. */
    public static OsLibrary in(OsFolders folders, Path indexFile) {
        return new OsLibrary(folders, Optional.of(indexFile));
    }

    /** What Ingot knows by itself; the same on every computer. */
    public static OsLibrary builtIn() {
        return BuiltIn.LIBRARY;
    }

    /** One for all, for to index it takes half a second. */
    private static final class BuiltIn {
        static final OsLibrary LIBRARY = new OsLibrary(OsFolders.NONE, Optional.empty());
    }

    /** The system on a disc: the best of those that fit. */
    public Optional<Recognition> recognise(Medium medium) {
        return candidates(medium).stream().findFirst();
    }

    /** Every system that fits a disc, the best first. */
    public List<Recognition> candidates(Medium medium) {
        return Age.ordered(index().recognise(medium), medium);
    }

    /** The system of this short id, alias or URL. */
    public Optional<OperatingSystem> find(String id) {
        return index().systems().filter(os -> os.isCalled(id)).findFirst();
    }

    /** The system that an appliance says it has, in whatever words; empty when they tell no version. */
    public Optional<OperatingSystem> declared(String words) {
        return words.isBlank() ? Optional.empty() : DeclaredSystem.in(index(), words);
    }

    public List<OperatingSystem> all() {
        return index().systems().toList();
    }

    private synchronized OsIndex index() {
        OsIndex known = index;
        if (known == null) {
            known = load();
            index = known;
        }
        return known;
    }

    private OsIndex load() {
        long stamp = Stamp.of(folders);
        return kept(stamp).orElseGet(() -> make(stamp));
    }

    private Optional<OsIndex> kept(long stamp) {
        if (indexFile.isEmpty() || !Files.isReadable(indexFile.get())) {
            return Optional.empty();
        }
        try {
            return OsIndex.open(Files.readAllBytes(indexFile.get()), stamp);
        } catch (IOException e) {
            LOG.debug("The index of operating systems is made anew", e);
            return Optional.empty();
        }
    }

    private OsIndex make(long stamp) {
        byte[] bytes = IndexWriter.write(OsDatabase.read(OsFiles.in(folders)), stamp);
        indexFile.ifPresent(file -> keep(file, bytes));
        return OsIndex.open(bytes, stamp).orElseThrow();
    }

    /** Whole or not at all: several Ingots may do this at once. Where it cannot be kept it is made again the next time. */
    private static void keep(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "osinfo", ".new");
            try {
                Files.write(fresh, bytes);
                move(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.debug("The index of operating systems is not kept", e);
        }
    }

    private static void move(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
