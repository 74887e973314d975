package io.github.ingotvm.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/** VirtualBox's format: a map of blocks. */
final class VdiReader extends BlockReader {
    static final int MAGIC = 0xbeda107f;
    static final int MAGIC_AT = 0x40;
    private static final int HEADER = 0x1c8;
    private static final int DYNAMIC = 1;
    private static final int FIXED = 2;

    /** From here on they are no numbers of blocks but say that there is none. */
    private static final int DISCARDED = 0xfffffffe;

    private final ByteSource source;
    private final IntBuffer map;
    private final long data;
    private final long stride;

    private VdiReader(ByteSource source, ByteBuffer header, long size, int block) throws IOException {
        super(size, block);
        this.source = source;
        this.data = Integer.toUnsignedLong(header.getInt(0x158));
        this.stride = block + Integer.toUnsignedLong(header.getInt(0x17c));
        int table = Limits.table(4 * blocks(size, block), source);
        this.map = source.bytes(Integer.toUnsignedLong(header.getInt(0x154)), table, ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
    }

    static VdiReader open(ByteSource source) throws IOException {
        ByteBuffer header = source.bytes(0, HEADER, ByteOrder.LITTLE_ENDIAN);
        int type = header.getInt(0x4c);
        if (type != DYNAMIC && type != FIXED) {
            throw new MalformedException("it is a difference to another image; flatten it first");
        }
        int block = Limits.block(Integer.toUnsignedLong(header.getInt(0x178)), 4096, 64 << 20);
        return new VdiReader(source, header, Limits.disk(header.getLong(0x170)), block);
    }

    @Override
    boolean isMissing(long block) {
        return Integer.compareUnsigned(map.get((int) block), DISCARDED) >= 0;
    }

    @Override
    void readBlock(long block, int offset, byte[] to, int at, int length) throws IOException {
        long index = Integer.toUnsignedLong(map.get((int) block));
        source.read(data + index * stride + offset, to, at, length);
    }
}
