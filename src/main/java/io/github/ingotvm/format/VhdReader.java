package io.github.ingotvm.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/** Virtual PC's and older Hyper-V's format: blocks, each with a bitmap of the sectors that were written. */
final class VhdReader extends BlockReader {
    static final long MAGIC = 0x636f6e6563746978L; // conectix
    static final int FOOTER = 512;
    private static final long SPARSE = 0x6378737061727365L; // cxsparse
    private static final int HEADER = 1024;
    private static final int FIXED = 2;
    private static final int DYNAMIC = 3;
    private static final int MISSING = -1;

    private final ByteSource source;
    private final IntBuffer map;
    private final int bitmapSize;

    private long bitmapBlock = -1;
    private ByteBuffer bitmap = ByteBuffer.allocate(0);

    private VhdReader(ByteSource source, long size, int block, IntBuffer map) {
        super(size, block);
        this.source = source;
        this.map = map;
        this.bitmapSize = (int) blocks(blocks(block / FOOTER, 8), FOOTER) * FOOTER;
    }

    /** @param footer its last 512 bytes */
    static DiskReader open(ByteSource source, ByteBuffer footer) throws IOException {
        requireChecksum(footer);
        long size = Limits.disk(footer.getLong(48));
        return switch (footer.getInt(60)) {
            case FIXED -> new RawReader(source.slice(0, size));
            case DYNAMIC -> dynamic(source, footer.getLong(16), size);
            default -> throw new MalformedException("it is a difference to another image; flatten it first");
        };
    }

    private static void requireChecksum(ByteBuffer footer) throws MalformedException {
        int sum = 0;
        for (int i = 0; i < FOOTER; i++) {
            sum += i >= 64 && i < 68 ? 0 : Byte.toUnsignedInt(footer.get(i));
        }
        if (~sum != footer.getInt(64)) {
            throw ByteSource.cutOff();
        }
    }

    private static VhdReader dynamic(ByteSource source, long headerAt, long size) throws IOException {
        ByteBuffer header = source.bytes(headerAt, HEADER, ByteOrder.BIG_ENDIAN);
        if (header.getLong(0) != SPARSE) {
            throw ByteSource.cutOff();
        }
        int block = Limits.block(Integer.toUnsignedLong(header.getInt(32)), FOOTER, 64 << 20);
        long entries = blocks(size, block);
        if (entries > Integer.toUnsignedLong(header.getInt(28))) {
            throw new MalformedException("it claims to hold a larger disk than it has room for");
        }
        IntBuffer map = source.bytes(header.getLong(16), Limits.table(4 * entries, source), ByteOrder.BIG_ENDIAN)
                .asIntBuffer();
        return new VhdReader(source, size, block, map);
    }

    @Override
    boolean isMissing(long block) {
        return map.get((int) block) == MISSING;
    }

    @Override
    void readBlock(long block, int offset, byte[] to, int at, int length) throws IOException {
        long position = Integer.toUnsignedLong(map.get((int) block)) * FOOTER;
        if (block != bitmapBlock) {
            bitmap = source.bytes(position, bitmapSize, ByteOrder.BIG_ENDIAN);
            bitmapBlock = block;
        }
        source.read(position + bitmapSize + offset, to, at, length);
        for (int i = 0; i < length; i++) {
            int sector = (offset + i) / FOOTER;
            if ((bitmap.get(sector / 8) & 0x80 >> sector % 8) == 0) {
                to[at + i] = 0; // what lies in a sector that was never written means nothing
            }
        }
    }
}
