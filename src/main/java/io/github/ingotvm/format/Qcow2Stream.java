package io.github.ingotvm.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A disk as the bytes of a qcow2 image (version 3, clusters of 64 KiB, nothing encrypted, no other file): what is zero takes no space.
 * Made while it is read, in one pass over the disk, for the place of everything is known before: header, table of reference counts,
 * reference counts, first and second level of the map, data.
 */
public final class Qcow2Stream extends InputStream {
    private static final int CLUSTER = DataMap.CLUSTER;
    private static final int CLUSTER_BITS = 16;
    private static final int PER_TABLE = CLUSTER / 8;
    private static final int COUNTS_PER_BLOCK = CLUSTER / 2;
    private static final int HEADER = 104;
    private static final int SECTOR = 512;
    private static final long COPIED = 1L << 63;

    private final DiskReader disk;
    private final BitSet data;
    private final long size;
    private final long countTables;
    private final long countBlocks;
    private final long firstLevel;
    private final long secondLevel;
    private final long total;

    private long next;
    private int nextData;
    private int nextTable;
    private long mapped;
    private byte[] cluster = new byte[0];
    private int at;

    /** @param map of the same disk */
    public Qcow2Stream(DiskReader disk, DataMap map) {
        this.disk = disk;
        this.data = map.clusters();
        this.size = map.size();
        this.firstLevel = clusters(Math.max(1, tables(map.size())) * 8);
        this.secondLevel = tablesInUse();
        long used = 1 + firstLevel + secondLevel + data.cardinality();
        long blocks = 0;
        long tables = 0;
        long all = used;
        while (blocks < up(all, COUNTS_PER_BLOCK) || tables < clusters(blocks * 8)) {
            blocks = up(all, COUNTS_PER_BLOCK); // which must be counted themselves
            tables = clusters(blocks * 8);
            all = used + blocks + tables;
        }
        this.countBlocks = blocks;
        this.countTables = tables;
        this.total = all;
    }

    /** Bytes of the image. */
    public long length() {
        return total * CLUSTER;
    }

    private static long up(long n, long unit) {
        return (n + unit - 1) / unit;
    }

    private static long clusters(long bytes) {
        return up(bytes, CLUSTER);
    }

    private static long tables(long size) {
        return up(clusters(size), PER_TABLE);
    }

    private long tablesInUse() {
        long used = 0;
        for (int c = data.nextSetBit(0); c >= 0; c = data.nextSetBit((c / PER_TABLE + 1) * PER_TABLE)) {
            used++;
        }
        return used;
    }

    private long firstLevelAt() {
        return 1 + countTables + countBlocks;
    }

    private long secondLevelAt() {
        return firstLevelAt() + firstLevel;
    }

    private long dataAt() {
        return secondLevelAt() + secondLevel;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == cluster.length) {
            if (next == total) {
                return -1;
            }
            cluster = make(next++);
            at = 0;
        }
        int n = Math.min(length, cluster.length - at);
        System.arraycopy(cluster, at, to, offset, n);
        at += n;
        return n;
    }

    private byte[] make(long index) throws IOException {
        if (index == 0) {
            return header();
        }
        if (index < 1 + countTables) {
            return pointers(index - 1, countBlocks, 1 + countTables, 0);
        }
        if (index < firstLevelAt()) {
            return counts(index - 1 - countTables);
        }
        if (index < secondLevelAt()) {
            return firstLevel(index - firstLevelAt());
        }
        return index < dataAt() ? secondLevel() : data();
    }

    private byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(CLUSTER);
        header.putInt(0, Qcow2Header.MAGIC)
                .putInt(4, 3)
                .putInt(20, CLUSTER_BITS)
                .putLong(24, up(size, SECTOR) * SECTOR)
                .putInt(36, (int) Math.max(1, tables(size)))
                .putLong(40, firstLevelAt() * CLUSTER)
                .putLong(48, CLUSTER)
                .putInt(56, (int) countTables)
                .putInt(96, 4) // 2^4 bits of each reference count
                .putInt(100, HEADER);
        return header.array();
    }

    /** A cluster of pointers to things that lie one after the other. */
    private static byte[] pointers(long index, long count, long first, long flags) {
        ByteBuffer pointers = ByteBuffer.allocate(CLUSTER);
        for (long i = index * PER_TABLE; i < Math.min(count, (index + 1) * PER_TABLE); i++) {
            pointers.putLong((first + i) * CLUSTER | flags);
        }
        return pointers.array();
    }

    private byte[] counts(long index) {
        ByteBuffer counts = ByteBuffer.allocate(CLUSTER);
        for (long i = index * COUNTS_PER_BLOCK; i < Math.min(total, (index + 1) * COUNTS_PER_BLOCK); i++) {
            counts.putShort((short) 1);
        }
        return counts.array();
    }

    private byte[] firstLevel(long index) {
        ByteBuffer table = ByteBuffer.allocate(CLUSTER);
        for (int i = 0; i < PER_TABLE; i++) {
            long start = (index * PER_TABLE + i) * PER_TABLE;
            if (start > Integer.MAX_VALUE - PER_TABLE) {
                break;
            }
            int used = data.nextSetBit((int) start);
            if (used >= 0 && used < start + PER_TABLE) {
                table.putLong(8 * i, (secondLevelAt() + nextTable++) * CLUSTER | COPIED);
            }
        }
        return table.array();
    }

    /** The next table that has something in it. */
    private byte[] secondLevel() {
        ByteBuffer table = ByteBuffer.allocate(CLUSTER);
        int start = data.nextSetBit(nextData) / PER_TABLE * PER_TABLE;
        for (int c = data.nextSetBit(start); c >= 0 && c < start + PER_TABLE; c = data.nextSetBit(c + 1)) {
            table.putLong(8 * (c - start), (dataAt() + mapped++) * CLUSTER | COPIED);
        }
        nextData = start + PER_TABLE;
        if (data.nextSetBit(nextData) < 0) {
            nextData = 0; // from here on the clusters themselves
        }
        return table.array();
    }

    private byte[] data() throws IOException {
        int c = data.nextSetBit(nextData);
        nextData = c + 1;
        long offset = (long) c * CLUSTER;
        byte[] buffer = new byte[CLUSTER];
        int length = (int) Math.min(CLUSTER, size - offset);
        disk.read(offset, buffer, length);
        Arrays.fill(buffer, length, CLUSTER, (byte) 0);
        return buffer;
    }
}
