package io.github.ingotvm.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.LongConsumer;

/**
 * Which clusters of a disk hold something else than zeros.
 *
 * @param size bytes of the disk
 */
public record DataMap(long size, BitSet clusters) {
    /** Bytes of a cluster. */
    public static final int CLUSTER = 64 << 10;

    private static final byte[] ZEROS = new byte[CLUSTER];

    /**
     * Looks through a disk.
     *
     * @param progress is told now and then how many bytes have been seen, and may throw
     */
    public static DataMap of(DiskReader disk, LongConsumer progress) throws IOException {
        BitSet data = new BitSet();
        byte[] buffer = new byte[CLUSTER];
        for (long at = 0; at < disk.size(); at += CLUSTER) {
            int length = (int) Math.min(CLUSTER, disk.size() - at);
            if (!disk.isHole(at, length)) {
                disk.read(at, buffer, length);
                mark(data, at, buffer, length);
                progress.accept(at + length);
            }
        }
        return new DataMap(disk.size(), data);
    }

    /** Looks through a disk that can only be read from beginning to end, and whose size shows there. */
    public static DataMap of(InputStream disk, LongConsumer progress) throws IOException {
        BitSet data = new BitSet();
        byte[] buffer = new byte[CLUSTER];
        long at = 0;
        for (int n = disk.readNBytes(buffer, 0, CLUSTER); n > 0; n = disk.readNBytes(buffer, 0, CLUSTER)) {
            mark(data, at, buffer, n);
            at += n;
            Limits.disk(at);
            progress.accept(at);
        }
        return new DataMap(at, data);
    }

    private static void mark(BitSet data, long at, byte[] buffer, int length) {
        if (Arrays.mismatch(buffer, 0, length, ZEROS, 0, length) >= 0) {
            data.set((int) (at / CLUSTER));
        }
    }
}
