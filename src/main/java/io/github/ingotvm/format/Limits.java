package io.github.ingotvm.format;

/** What no honest file goes beyond. */
final class Limits {
    /** Bytes of a disk; as much as libvirt and qcow2 with 64 KiB clusters can hold with ease. */
    static final long DISK = 64L << 40;

    private static final int MOST_TABLE = 512 << 20;

    private Limits() {}

    /** A disk's size that may be. */
    static long disk(long bytes) throws MalformedException {
        if (bytes <= 0 || bytes > DISK) {
            throw new MalformedException("it claims to hold a disk of an impossible size");
        }
        return bytes;
    }

    /** The size of a table that fits into memory, and into the file it is said to be in. */
    static int table(long bytes, ByteSource within) throws MalformedException {
        if (bytes < 0 || bytes > MOST_TABLE || bytes > within.size()) {
            throw ByteSource.cutOff();
        }
        return (int) bytes;
    }

    /** A block size that is a power of two within bounds. */
    static int block(long bytes, long least, long most) throws MalformedException {
        if (bytes < least || bytes > most || Long.bitCount(bytes) != 1) {
            throw new MalformedException("it has blocks of an impossible size");
        }
        return (int) bytes;
    }
}
