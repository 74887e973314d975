package io.github.ingotvm.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds files on a disc image (ECMA-119, ISO 9660), by the names of the Rock Ridge Interchange Protocol where there are such, else by
 * the plain ones, whose capitals do not matter.
 */
public final class IsoFiles {
    private static final int SECTOR = 2048;
    private static final int PRIMARY = 16;
    private static final int ROOT_RECORD = 156;
    private static final int LEAST_RECORD = 34;
    private static final int FOLDER = 2;
    private static final int CONTINUED = 0x80;
    /** A folder with more has no place on an installation disc. */
    private static final int LARGEST_FOLDER = 4 << 20;

    private final FileChannel disc;

    private IsoFiles(FileChannel disc) {
        this.disc = disc;
    }

    /**
     * Where a file lies on a disc.
     *
     * @param offset bytes from the disc's beginning
     * @param length bytes
     */
    public record Extent(long offset, long length) {
        /** The file's bytes; fewer where the disc ends early. */
        public InputStream open(Path disc) throws IOException {
            FileChannel channel = FileChannel.open(disc);
            channel.position(offset);
            return new FirstBytes(Channels.newInputStream(channel), length);
        }
    }

    /** What a folder says about one of its files. */
    private record Entry(Extent extent, boolean folder) {}

    /**
     * The file at a path, as {@code boot/vmlinuz}.
     *
     * @throws MalformedException for a disc whose folders cannot be as they are described
     */
    public static Optional<Extent> find(Path disc, String path) throws IOException {
        try (FileChannel channel = FileChannel.open(disc)) {
            return new IsoFiles(channel).find(path);
        }
    }

    private Optional<Extent> find(String path) throws IOException {
        ByteBuffer descriptor = read((long) PRIMARY * SECTOR, SECTOR);
        if (!"CD001".equals(text(descriptor, 1, 5))) {
            throw new MalformedException("it has no volume descriptor");
        }
        Optional<Entry> at = Optional.of(entry(descriptor, ROOT_RECORD));
        for (String name : path.split("/")) {
            if (at.isEmpty() || !at.get().folder()) {
                return Optional.empty();
            }
            at = in(at.get().extent(), name);
        }
        return at.filter(e -> !e.folder()).map(Entry::extent);
    }

    private Optional<Entry> in(Extent folder, String name) throws IOException {
        if (folder.length() > LARGEST_FOLDER) {
            throw new MalformedException("it has a folder of " + folder.length() + " bytes");
        }
        ByteBuffer records = read(folder.offset(), (int) folder.length());
        for (int at = 0; at + LEAST_RECORD <= records.limit(); ) {
            int length = Byte.toUnsignedInt(records.get(at));
            if (length == 0) {
                at = (at / SECTOR + 1) * SECTOR; // records do not cross sectors
                continue;
            }
            if (length < LEAST_RECORD || at + length > records.limit()) {
                throw new MalformedException("it has a folder that is cut off");
            }
            if (isCalled(records, at, length, name)) {
                return Optional.of(entry(records, at));
            }
            at += length;
        }
        return Optional.empty();
    }

    private static Entry entry(ByteBuffer records, int at) throws MalformedException {
        long offset = Integer.toUnsignedLong(records.getInt(at + 2)) * SECTOR;
        int flags = Byte.toUnsignedInt(records.get(at + 25));
        if ((flags & CONTINUED) != 0) {
            throw new MalformedException("it has a file in several pieces there");
        }
        return new Entry(new Extent(offset, Integer.toUnsignedLong(records.getInt(at + 10))), (flags & FOLDER) != 0);
    }

    private static boolean isCalled(ByteBuffer records, int at, int length, String wanted) {
        int nameLength = Math.min(Byte.toUnsignedInt(records.get(at + 32)), length - 33);
        String rockRidge = rockRidge(records, at + 33 + nameLength + (nameLength + 1) % 2, at + length);
        if (!rockRidge.isEmpty()) {
            return rockRidge.equals(wanted);
        }
        String plain = text(records, at + 33, nameLength).replaceFirst("\\.?;\\d+$", "");
        return plain.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
    }

    /** The name in a record's system use area; empty when there is none. */
    private static String rockRidge(ByteBuffer records, int from, int end) {
        StringBuilder name = new StringBuilder();
        for (int at = from; at + 5 <= end; ) {
            int length = Byte.toUnsignedInt(records.get(at + 2));
            if (length < 4 || at + length > end) {
                break;
            }
            if (text(records, at, 2).equals("NM") && length > 5) {
                name.append(text(records, at + 5, length - 5));
            }
            at += length;
        }
        return name.toString();
    }

    private static String text(ByteBuffer bytes, int at, int length) {
        byte[] text = new byte[Math.max(0, length)];
        bytes.get(at, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (disc.read(bytes, offset + bytes.position()) < 0) {
                throw new MalformedException("it ends before its folders do");
            }
        }
        return bytes.flip();
    }
}
