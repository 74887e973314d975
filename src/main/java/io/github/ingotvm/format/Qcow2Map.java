package io.github.ingotvm.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is in a qcow2 image of our own, which may stand on another. What Ingot and libvirt never make is refused: encryption,
 * data in another file, parts of clusters.
 */
final class Qcow2Map {
    private static final int HEADER = 4096;
    private static final int LEAST = 72;
    private static final int LEAST_V3 = 104;
    private static final int BACKING_FORMAT = 0xe2792aca;
    private static final int MOST_NAME = 1023;
    private static final long MOST_FIRST_LEVEL = 32 << 20;
    private static final long OFFSET = 0x00ff_ffff_ffff_fe00L;
    /** Counts that are not up to date, and another compression: neither is in the way of reading. */
    private static final long HARMLESS = 0b1001;

    private final long size;
    private final int clusterBits;
    private final boolean zstd;
    private final LongBuffer firstLevel;
    private final @Nullable Backing backing;

    private long tableIndex = -1;
    private LongBuffer table = LongBuffer.allocate(0);

    /**
     * What an image stands on.
     *
     * @param path as it is written there
     * @param format or empty, when it is not said
     */
    record Backing(String path, String format) {}

    private Qcow2Map(long size, int clusterBits, boolean zstd, LongBuffer firstLevel, @Nullable Backing backing) {
        this.size = size;
        this.clusterBits = clusterBits;
        this.zstd = zstd;
        this.firstLevel = firstLevel;
        this.backing = backing;
    }

    static Qcow2Map read(FileBytes bytes) throws IOException {
        ByteBuffer header = Qcow2Layer.beginning(bytes, HEADER);
        if (header.limit() < LEAST || header.getInt(0) != Qcow2Header.MAGIC) {
            throw new MalformedException("it is no qcow2 image any more");
        }
        int version = header.getInt(4);
        long features = version >= 3 && header.limit() >= LEAST_V3 ? header.getLong(72) : 0;
        if (version < 2 || version > 3 || header.getInt(32) != 0 || (features & ~HARMLESS) != 0) {
            throw new MalformedException("it uses something that Ingot does not read (encryption, or a newer form)");
        }
        int clusterBits = header.getInt(20);
        Limits.block(1L << Math.min(clusterBits & 63, 40), 512, 2 << 20);
        int headerLength = version >= 3 ? header.getInt(100) : LEAST;
        boolean zstd = (features & 0b1000) != 0 && headerLength > LEAST_V3 && header.get(LEAST_V3) == 1;
        return new Qcow2Map(
                Limits.disk(header.getLong(24)),
                clusterBits,
                zstd,
                longs(bytes, header.getLong(40), Integer.toUnsignedLong(header.getInt(36)) * 8),
                backing(bytes, header, headerLength));
    }

    private static LongBuffer longs(FileBytes bytes, long offset, long length) throws IOException {
        if (length > MOST_FIRST_LEVEL) {
            throw ByteSource.cutOff();
        }
        byte[] table = new byte[(int) length];
        if (length > 0 && bytes.read(offset, table, 0, table.length) < length) {
            throw ByteSource.cutOff();
        }
        return ByteBuffer.wrap(table).asLongBuffer();
    }

    private static @Nullable Backing backing(FileBytes bytes, ByteBuffer header, int headerLength) throws IOException {
        long offset = header.getLong(8);
        int length = header.getInt(16);
        if (offset == 0) {
            return null;
        }
        if (length <= 0 || length > MOST_NAME) {
            throw ByteSource.cutOff();
        }
        byte[] name = new byte[length];
        if (bytes.read(offset, name, 0, length) < length) {
            throw ByteSource.cutOff();
        }
        return new Backing(new String(name, StandardCharsets.UTF_8), format(header, headerLength));
    }

    private static String format(ByteBuffer header, int headerLength) {
        int at = headerLength;
        while (at >= LEAST && at + 8 <= header.limit() && header.getInt(at) != 0) {
            int length = header.getInt(at + 4);
            if (length < 0 || length > header.limit() - at - 8) {
                return "";
            }
            if (header.getInt(at) == BACKING_FORMAT) {
                byte[] format = new byte[length];
                header.get(at + 8, format);
                return new String(format, StandardCharsets.US_ASCII);
            }
            at += 8 + ((length + 7) & ~7);
        }
        return "";
    }

    long size() {
        return size;
    }

    int clusterBits() {
        return clusterBits;
    }

    boolean zstd() {
        return zstd;
    }

    Optional<Backing> backing() {
        return Optional.ofNullable(backing);
    }

    /** What the map says of the cluster at an offset; 0 where it has none. */
    long entry(FileBytes bytes, long offset) throws IOException {
        int perTable = 1 << (clusterBits - 3);
        long index = (offset >>> clusterBits) / perTable;
        if (index >= firstLevel.limit()) {
            return 0;
        }
        if (index != tableIndex) {
            long at = firstLevel.get((int) index) & OFFSET;
            table = at == 0 ? LongBuffer.allocate(0) : longs(bytes, at, 8L * perTable);
            tableIndex = index;
        }
        return table.limit() == 0 ? 0 : table.get((int) ((offset >>> clusterBits) % perTable));
    }
}
