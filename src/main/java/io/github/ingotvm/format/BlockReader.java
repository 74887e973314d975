package io.github.ingotvm.format;

import java.io.IOException;
import java.util.Arrays;

/** A disk that is kept in blocks of one size, some of which are missing because nothing was ever written to them. */
abstract class BlockReader implements DiskReader {
    private final long size;
    private final int blockSize;

    BlockReader(long size, int blockSize) {
        this.size = size;
        this.blockSize = blockSize;
    }

    @Override
    public final long size() {
        return size;
    }

    abstract boolean isMissing(long block) throws IOException;

    /** Bytes of one block that is there. */
    abstract void readBlock(long block, int offset, byte[] to, int at, int length) throws IOException;

    @Override
    public final boolean isHole(long offset, int length) throws IOException {
        for (long block = offset / blockSize; block * blockSize < offset + length; block++) {
            if (!isMissing(block)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final void read(long offset, byte[] buffer, int length) throws IOException {
        int done = 0;
        while (done < length) {
            long block = (offset + done) / blockSize;
            int within = (int) ((offset + done) % blockSize);
            int n = Math.min(blockSize - within, length - done);
            if (isMissing(block)) {
                Arrays.fill(buffer, done, done + n, (byte) 0);
            } else {
                readBlock(block, within, buffer, done, n);
            }
            done += n;
        }
    }

    /** Rounded up. */
    static long blocks(long size, long blockSize) {
        return size / blockSize + (size % blockSize == 0 ? 0 : 1);
    }
}
