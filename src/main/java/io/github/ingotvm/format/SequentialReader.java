package io.github.ingotvm.format;

import java.io.IOException;
import java.io.InputStream;

/** A raw disk that comes out of a stream. */
final class SequentialReader implements DiskReader {
    private final InputStream stream;
    private final long size;
    private long at;

    SequentialReader(InputStream stream, long size) {
        this.stream = stream;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isHole(long offset, int length) {
        return false;
    }

    @Override
    public void read(long offset, byte[] buffer, int length) throws IOException {
        stream.skipNBytes(offset - at);
        if (stream.readNBytes(buffer, 0, length) < length) {
            throw ByteSource.cutOff(); // the file was exchanged meanwhile
        }
        at = offset + length;
    }
}
