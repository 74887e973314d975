package io.github.ingotvm.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A machine in a file: an OVF descriptor with its disks beside it, or all of them in one archive (OVA, which is tar). Nothing is ever
 * unpacked: the disks are read where they lie.
 */
public final class Appliance implements Closeable {
    private static final long LONGEST_NOTE = 64 << 20;

    private final Ovf ovf;
    private final Map<String, ByteSource> files;
    private final Manifest manifest;

    private Appliance(Ovf ovf, Map<String, ByteSource> files, Manifest manifest) {
        this.ovf = ovf;
        this.files = files;
        this.manifest = manifest;
    }

    /** Whether a file is one, by its bytes and, for a descriptor, its name. */
    public static boolean is(Path file) throws IOException {
        if (lower(file).endsWith(".ovf")) {
            return true;
        }
        try (ByteSource source = ByteSource.of(file)) {
            byte[] magic = new byte[5];
            if (source.size() < 512) {
                return false;
            }
            source.read(257, magic, 0, magic.length);
            return new String(magic, java.nio.charset.StandardCharsets.ISO_8859_1).equals("ustar");
        }
    }

    private static String lower(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** Opens it. {@link MalformedException} when it cannot be taken, saying why. */
    public static Appliance open(Path file) throws IOException {
        return lower(file).endsWith(".ovf") ? beside(file) : archived(file);
    }

    private static Appliance archived(Path file) throws IOException {
        ByteSource archive = ByteSource.of(file);
        try {
            Map<String, ByteSource> members = TarMembers.of(archive);
            String descriptor = members.keySet().stream()
                    .filter(n -> n.toLowerCase(Locale.ROOT).endsWith(".ovf"))
                    .findFirst()
                    .orElseThrow(() -> new MalformedException("it is an archive without an OVF descriptor"));
            return new Appliance(descriptor(members.get(descriptor)), members, Manifest.of(descriptor, members));
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static Appliance beside(Path file) throws IOException {
        Map<String, ByteSource> files = new HashMap<>();
        try {
            String name = String.valueOf(file.getFileName());
            files.put(name, ByteSource.of(file));
            Ovf ovf = descriptor(files.get(name));
            for (Ovf.File part : ovf.files()) {
                Path path = file.resolveSibling(part.name());
                if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    throw new MalformedException("its file " + part.name() + " is not beside it");
                }
                files.put(part.name(), ByteSource.of(path));
            }
            Path manifest = file.resolveSibling(Manifest.nameFor(name));
            if (Files.isRegularFile(manifest)) {
                files.put(Manifest.nameFor(name), ByteSource.of(manifest));
            }
            return new Appliance(ovf, files, Manifest.of(name, files));
        } catch (IOException | RuntimeException e) {
            for (ByteSource open : files.values()) {
                open.close();
            }
            throw e;
        }
    }

    private static Ovf descriptor(@org.jspecify.annotations.Nullable ByteSource source) throws IOException {
        if (source == null) {
            throw new MalformedException("it has no descriptor");
        }
        return OvfReader.read(SafeXml.read(source.stream()));
    }

    public Ovf ovf() {
        return ovf;
    }

    /** A disk's file, to be imported. Its bytes are what the manifest says, if there is one, once {@link #verify} was passed. */
    public ImportableDisk disk(Ovf.File file) throws IOException {
        ByteSource source = source(file);
        if (file.size().isPresent() && file.size().getAsLong() != source.size()) {
            throw new MalformedException("its file " + file.name() + " has " + source.size() + " of "
                    + file.size().getAsLong() + " bytes; copy it again");
        }
        return ImportableDisk.of(source, file.name());
    }

    /** The bytes of a small file that belongs to it, compared with its checksum; by the end of its name. */
    public Optional<byte[]> note(String ending) throws IOException {
        for (Ovf.File file : ovf.files()) {
            if (file.name().endsWith(ending)) {
                ByteSource source = source(file);
                if (source.size() > LONGEST_NOTE) {
                    throw new MalformedException("its file " + file.name() + " is too long");
                }
                verify(file, done -> {});
                return Optional.of(source.bytes(0, (int) source.size(), java.nio.ByteOrder.BIG_ENDIAN)
                        .array());
            }
        }
        return Optional.empty();
    }

    private ByteSource source(Ovf.File file) throws MalformedException {
        return Optional.ofNullable(files.get(file.name()))
                .orElseThrow(() -> new MalformedException("its file " + file.name() + " is not in it"));
    }

    /**
     * Compares the descriptor and a disk's file with the checksums that came with them, if any did.
     *
     * @param progress is told how much of that is done, 0 to 1, and may throw
     */
    public void verify(Ovf.File file, java.util.function.DoubleConsumer progress) throws IOException {
        manifest.verify(file.name(), source(file), progress);
    }

    @Override
    public void close() throws IOException {
        for (ByteSource open : files.values()) {
            open.close();
        }
    }
}
