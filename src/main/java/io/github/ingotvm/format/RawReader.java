package io.github.ingotvm.format;

import java.io.IOException;

/** A disk as it is, byte for byte. */
final class RawReader implements DiskReader {
    private final ByteSource source;

    RawReader(ByteSource source) {
        this.source = source;
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public boolean isHole(long offset, int length) {
        return false;
    }

    @Override
    public void read(long offset, byte[] buffer, int length) throws IOException {
        source.read(offset, buffer, 0, length);
    }
}
