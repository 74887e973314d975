package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/** A file as far as it is here, with its journal; one process at a time has it open. */
final class Part implements AutoCloseable {
    static final String SUFFIX = ".part";
    static final String JOURNAL = ".part.journal";
    private static final long SYNC_EVERY = 32L << 20;

    private final Path file;
    private final Path journalFile;
    private final FileChannel channel;
    private final Claim claim;
    private Journal journal;
    private long size;
    private long unsafe;

    private Part(Path file, Path journalFile, FileChannel channel, String uri, Claim claim) throws IOException {
        this.file = file;
        this.journalFile = journalFile;
        this.channel = channel;
        this.claim = claim;
        Journal none = new Journal(uri, Optional.empty(), OptionalLong.empty(), 0);
        this.journal =
                Journal.read(journalFile).filter(j -> j.uri().equals(uri)).orElse(none);
        // What came after the last sync need not be what was sent, should the computer have lost power.
        this.size = Math.min(journal.safe(), channel.size());
        channel.truncate(size);
        channel.position(size);
    }

    /**
     * Opens what there is of a file; of another address's file nothing.
     *
     * @param target where the file will be once it is whole
     * @throws IngotException {@code WRONG_STATE} when somebody else is fetching it
     */
    static Part open(Path target, String uri) throws IOException {
        Path file = target.resolveSibling(target.getFileName() + SUFFIX);
        Path journal = target.resolveSibling(target.getFileName() + JOURNAL);
        Claim claim = Claim.on(target).orElseThrow(() -> busy(target));
        try {
            // Only now: until then another Ingot may give the part its name, and what was opened would be the finished
            // file.
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return of(file, journal, channel, uri, claim);
        } catch (IOException | RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    private static Part of(Path file, Path journal, FileChannel channel, String uri, Claim claim) throws IOException {
        try {
            return new Part(file, journal, channel, uri, claim);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Removes a part that nobody is working on.
     *
     * @throws IngotException {@code WRONG_STATE} when somebody is
     */
    static void remove(Path target) throws IOException {
        Path file = target.resolveSibling(target.getFileName() + SUFFIX);
        try (Claim mine = Claim.on(target).orElseThrow(() -> busy(target))) {
            Files.deleteIfExists(target.resolveSibling(target.getFileName() + JOURNAL));
            Files.deleteIfExists(file);
        }
    }

    private static IngotException busy(Path target) {
        return new IngotException(
                Kind.WRONG_STATE,
                target.getFileName() + " is being downloaded already; wait for that, or cancel it there.");
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    Optional<String> validator() {
        return journal.validator();
    }

    OptionalLong total() {
        return journal.total();
    }

    /** What the server says about the file. */
    void learn(Optional<String> validator, OptionalLong total) throws IOException {
        journal = new Journal(journal.uri(), validator, total, journal.safe());
        journal.write(journalFile);
    }

    /** Forgets what there is. */
    void restart() throws IOException {
        journal = new Journal(journal.uri(), Optional.empty(), OptionalLong.empty(), 0);
        journal.write(journalFile);
        size = 0;
        unsafe = 0;
        channel.truncate(0);
        channel.position(0);
    }

    void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int written = channel.write(bytes);
            size += written;
            unsafe += written;
        }
        if (unsafe >= SYNC_EVERY) {
            sync();
        }
    }

    /** The data first, then the note that it is there. */
    void sync() throws IOException {
        channel.force(false);
        unsafe = 0;
        journal = new Journal(journal.uri(), journal.validator(), journal.total(), size);
        journal.write(journalFile);
    }

    /** Nothing of it stays. */
    void discard() throws IOException {
        Files.deleteIfExists(journalFile);
        Files.deleteIfExists(file);
    }

    /** The journal goes once the file has its own name. */
    void forgetJournal() throws IOException {
        Files.deleteIfExists(journalFile);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            claim.close();
        }
    }
}
