package io.github.ingotvm.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of a qcow2 image. One that names another file (a backing file, a data file) is refused: whoever made it could have this
 * host's files read into the guest.
 *
 * @param size bytes that the guest sees
 */
record Qcow2Header(long size) {
    static final int MAGIC = 0x514649fb;
    private static final int LEAST = 72;
    private static final int LEAST_V3 = 104;
    private static final int DATA_FILE = 0x44415441;
    private static final long EXTERNAL_DATA = 1L << 2;
    private static final long KNOWN_FEATURES = 0b11111;

    /** @param first the beginning of the image, 64 KiB of it where there is as much */
    static Qcow2Header read(ByteBuffer first, long fileSize) throws IOException {
        ByteBuffer header = first.duplicate().order(ByteOrder.BIG_ENDIAN);
        if (header.limit() < LEAST) {
            throw ByteSource.cutOff();
        }
        int version = header.getInt(4);
        if (version < 2 || version > 3) {
            throw new MalformedException("its version of qcow2 is not known");
        }
        if (header.getLong(8) != 0 || header.getInt(16) != 0) {
            throw new MalformedException("it stands on a backing file; flatten it first (qemu-img convert)");
        }
        if (header.getInt(32) != 0) {
            throw new MalformedException("it is encrypted; decrypt it first (qemu-img convert)");
        }
        Limits.block(1L << Math.min(header.getInt(20) & 63, 40), 512, 2 << 20);
        long size = Limits.disk(header.getLong(24));
        requireWithin(header.getLong(40), Integer.toUnsignedLong(header.getInt(36)) * 8, fileSize);
        requireWithin(header.getLong(48), 1, fileSize);
        if (version == 3) {
            requireAlone(header);
        }
        return new Qcow2Header(size);
    }

    private static void requireWithin(long offset, long length, long fileSize) throws MalformedException {
        if (offset < 0 || length < 0 || length > fileSize || offset > fileSize - length) {
            throw ByteSource.cutOff();
        }
    }

    private static void requireAlone(ByteBuffer header) throws IOException {
        if (header.limit() < LEAST_V3) {
            throw ByteSource.cutOff();
        }
        long features = header.getLong(72);
        if ((features & EXTERNAL_DATA) != 0) {
            throw new MalformedException("its data lies in another file; flatten it first (qemu-img convert)");
        }
        if ((features & ~KNOWN_FEATURES) != 0) {
            throw new MalformedException(
                    "it uses something that Ingot does not know; convert it first (qemu-img convert)");
        }
        int extension = header.getInt(100);
        if (extension < LEAST_V3 || extension > header.limit() - 8) {
            throw new MalformedException("its header is damaged; copy it again");
        }
        while (extension + 8 <= header.limit() && header.getInt(extension) != 0) {
            if (header.getInt(extension) == DATA_FILE) {
                throw new MalformedException("it names another file for its data; flatten it first (qemu-img convert)");
            }
            long next = extension + 8L + ((Integer.toUnsignedLong(header.getInt(extension + 4)) + 7) & ~7L);
            if (next + 8 > header.limit()) {
                return;
            }
            extension = (int) next;
        }
    }
}
