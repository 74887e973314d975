package io.github.ingotvm.console;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/** An open way to a server. One thread reads while another writes. */
public interface Transport extends AutoCloseable {
    /** Waits for at least one byte; gives how many came, -1 at the end. */
    int read(byte[] buffer, int offset, int length) throws IOException;

    /** Writes all of it. */
    void write(byte[] bytes) throws IOException;

    /** Ends whoever reads or writes, at once. Idempotent. */
    @Override
    void close();

    /** A channel in blocking mode. */
    static Transport of(ByteChannel channel) {
        return new Transport() {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return channel.read(ByteBuffer.wrap(buffer, offset, length));
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    if (channel.write(rest) <= 0) {
                        throw new EOFException("nothing more is taken");
                    }
                }
            }

            @Override
            public void close() {
                try {
                    channel.close();
                } catch (IOException e) {
                    // Closed all the same; there is nobody to tell.
                    return;
                }
            }
        };
    }
}
