package io.github.ingotvm.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, wherever it is. */
public interface FileBytes extends Closeable {
    /** Reads as many bytes as there are, up to {@code length}. Gives how many those are: fewer at the file's end alone. */
    int read(long offset, byte[] to, int at, int length) throws IOException;

    /** Bytes of the file. */
    long length() throws IOException;

    /** Those of a file of this computer. */
    static FileBytes of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FileBytes() {
            @Override
            public int read(long offset, byte[] to, int at, int length) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(to, at, length);
                while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position() - at) >= 0) {
                    // until it is full
                }
                return buffer.position() - at;
            }

            @Override
            public long length() throws IOException {
                return channel.size();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
