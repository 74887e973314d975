package io.github.ingotvm.format;

import java.io.IOException;
import java.util.Arrays;

/** A raw image at the bottom of a chain. */
final class RawLayer implements Layer {
    private static final int SECTOR = 512;

    private final FileBytes bytes;
    private final long size;

    RawLayer(FileBytes bytes) throws IOException {
        this.bytes = bytes;
        this.size = (bytes.length() + SECTOR - 1) / SECTOR * SECTOR;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isHole(long offset, int length) {
        return offset >= size;
    }

    @Override
    public void read(long offset, byte[] to, int at, int length) throws IOException {
        int n = bytes.read(offset, to, at, length);
        Arrays.fill(to, at + n, at + length, (byte) 0);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
