package io.github.ingotvm.bench.console;

import io.github.ingotvm.console.Transport;
import java.io.IOException;

/** Counts what a server sends. */
final class Counting implements Transport {
    private final Transport real;
    private volatile long bytes;

    Counting(Transport real) {
        this.real = real;
    }

    long bytes() {
        return bytes;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread reads.
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = real.read(buffer, offset, length);
        bytes += n;
        return n;
    }

    @Override
    public void write(byte[] message) throws IOException {
        real.write(message);
    }

    @Override
    public void close() {
        real.close();
    }
}
