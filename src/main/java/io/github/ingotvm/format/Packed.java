package io.github.ingotvm.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** A compressed file that is unpacked as a whole. */
public final class Packed {
    private static final int BUFFER = 64 << 10;

    private final Path file;
    private final Compression compression;

    private Packed(Path file, Compression compression) {
        this.file = file;
        this.compression = compression;
    }

    public static boolean is(Path file) throws IOException {
        return Compression.of(file) != Compression.NONE;
    }

    public static Packed of(Path file) throws IOException {
        return new Packed(file, Compression.of(file));
    }

    /**
     * Counts the bytes within by unpacking them once.
     *
     * @param most to stop at; the length is more than that when more is given back
     * @param progress is told how much of that is done, 0 to 1, and may throw
     */
    public long length(long most, DoubleConsumer progress) throws IOException {
        long size = Math.max(1, Files.size(file));
        long[] taken = {0};
        InputStream packed = new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                int n = super.read(to, offset, length);
                taken[0] += Math.max(n, 0);
                return n;
            }
        };
        try (InputStream in = compression.open(packed)) {
            byte[] buffer = new byte[BUFFER];
            long length = 0;
            for (int n = in.read(buffer); n >= 0 && length <= most; n = in.read(buffer)) {
                length += n;
                progress.accept(Math.min(1, (double) taken[0] / size));
            }
            return length;
        }
    }

    /** The bytes within. */
    public InputStream open() throws IOException {
        return compression.open(Files.newInputStream(file));
    }
}
