package io.github.ingotvm.format;

import java.io.IOException;

/** Reads what a guest would see of a disk, from its beginning to its end. */
public interface DiskReader {
    /** Bytes that the guest sees. */
    long size();

    /** Whether there are zeros alone, as far as that can be told without reading them. */
    boolean isHole(long offset, int length) throws IOException;

    /** Fills the beginning of the buffer. Offsets only grow from call to call. */
    void read(long offset, byte[] buffer, int length) throws IOException;
}
