package io.github.ingotvm.format;

import java.io.Closeable;
import java.io.IOException;

/** One file of a chain, with all it stands on. */
interface Layer extends Closeable {
    /** Bytes that a guest sees. */
    long size();

    /** Whether there are zeros alone, as far as that can be told without reading them; what lies beyond its size is zeros. */
    boolean isHole(long offset, int length) throws IOException;

    /** Fills a part of the buffer; what lies beyond its size is zeros. */
    void read(long offset, byte[] to, int at, int length) throws IOException;
}
