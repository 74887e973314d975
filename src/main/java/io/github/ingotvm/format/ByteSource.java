package io.github.ingotvm.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file, or a part of one, of which any bytes can be read. Closing it closes the file. */
public final class ByteSource implements Closeable {
    private final FileChannel channel;
    private final long start;
    private final long size;

    private ByteSource(FileChannel channel, long start, long size) {
        this.channel = channel;
        this.start = start;
        this.size = size;
    }

    public static ByteSource of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new ByteSource(channel, 0, channel.size());
    }

    /** A part of it, on the same open file. {@link MalformedException} when it does not lie within. */
    public ByteSource slice(long offset, long length) throws MalformedException {
        if (offset < 0 || length < 0 || offset > size || length > size - offset) {
            throw cutOff();
        }
        return new ByteSource(channel, start + offset, length);
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    /** These bytes, all of them. {@link MalformedException} when they do not lie within. */
    public ByteBuffer bytes(long offset, int length, ByteOrder order) throws IOException {
        byte[] bytes = new byte[length];
        read(offset, bytes, 0, length);
        return ByteBuffer.wrap(bytes).order(order);
    }

    /** Fills a part of an array. {@link MalformedException} when there are not so many bytes. */
    public void read(long offset, byte[] to, int at, int length) throws IOException {
        if (offset < 0 || offset > size || length > size - offset) {
            throw cutOff();
        }
        ByteBuffer buffer = ByteBuffer.wrap(to, at, length);
        long position = start + offset;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, position);
            if (n < 0) {
                throw cutOff(); // somebody shortens the file
            }
            position += n;
        }
    }

    /** From the beginning; independent of all other reading. Closing it leaves the file open. */
    public InputStream stream() {
        return new InputStream() {
            private long at;

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
                int n = (int) Math.min(length, size - at);
                if (n <= 0) {
                    return -1;
                }
                ByteSource.this.read(at, to, offset, n);
                at += n;
                return n;
            }
        };
    }

    /** The same for what reads chains. Closing it leaves the file open. */
    FileBytes bytes() {
        return new FileBytes() {
            @Override
            public int read(long offset, byte[] to, int at, int length) throws IOException {
                int n = (int) Math.max(0, Math.min(length, size - offset));
                if (n > 0) {
                    ByteSource.this.read(offset, to, at, n);
                }
                return n;
            }

            @Override
            public long length() {
                return size;
            }

            @Override
            public void close() {}
        };
    }

    static MalformedException cutOff() {
        return new MalformedException("it is cut off or damaged; copy it again");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
