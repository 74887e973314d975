package io.github.ingotvm.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/** Hyper-V's format: a table of blocks, between whose entries stand those of bitmaps that only differences use. */
final class VhdxReader extends BlockReader {
    static final long MAGIC = 0x656c696678646876L; // vhdxfile
    private static final long HEADER_1 = 64 << 10;
    private static final long HEADER_2 = 128 << 10;
    private static final long REGIONS = 192 << 10;
    private static final int TABLE = 64 << 10;
    private static final int HEAD = 0x64616568;
    private static final int REGI = 0x69676572;
    private static final long METADATA = 0x617461646174656dL;
    private static final int MOST_ENTRIES = 2047;
    private static final int STATE = 7;
    private static final int PRESENT = 6;
    private static final long MEGABYTES = ~0L << 20;

    private static final Guid BAT_REGION = new Guid(0x4200F6232DC27766L, 0x084AFD9B5E11649DL);
    private static final Guid METADATA_REGION = new Guid(0x4B9A47908B7CA206L, 0x6E880F055F57FEB8L);
    private static final Guid FILE_PARAMETERS = new Guid(0x4D43FA36CAA16737L, 0x6BE744AAF033B6B3L);
    private static final Guid DISK_SIZE = new Guid(0x4876CD1B2FA54224L, 0xB8F43BD8BE5D11B2L);
    private static final Guid SECTOR_SIZE = new Guid(0x4709A96F8141BF1DL, 0x5FABFAA833F247BAL);

    private final ByteSource source;
    private final LongBuffer table;
    private final long perChunk;

    /** As it lies in the file, little end first, in halves. */
    private record Guid(long first, long second) {
        static Guid at(ByteBuffer buffer, int offset) {
            return new Guid(buffer.getLong(offset), buffer.getLong(offset + 8));
        }
    }

    private VhdxReader(ByteSource source, long size, int block, long perChunk, LongBuffer table) {
        super(size, block);
        this.source = source;
        this.perChunk = perChunk;
        this.table = table;
    }

    static VhdxReader open(ByteSource source) throws IOException {
        requireClosed(source);
        ByteSource metadata = region(source, METADATA_REGION);
        ByteBuffer parameters = item(metadata, FILE_PARAMETERS, 8);
        if ((parameters.getInt(4) & 2) != 0) {
            throw new MalformedException("it is a difference to another image; flatten it first");
        }
        int block = Limits.block(Integer.toUnsignedLong(parameters.getInt(0)), 1 << 20, 256 << 20);
        int sector = Limits.block(item(metadata, SECTOR_SIZE, 4).getInt(0), 512, 4096);
        long size = Limits.disk(item(metadata, DISK_SIZE, 8).getLong(0));
        long perChunk = ((long) sector << 23) / block;
        long blocks = blocks(size, block);
        ByteSource region = region(source, BAT_REGION);
        int length = Limits.table(8 * (blocks + (blocks - 1) / perChunk), region);
        LongBuffer table = region.bytes(0, length, ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        return new VhdxReader(source, size, block, perChunk, table);
    }

    /** While a log waits to be replayed, the tables are not to be believed. */
    private static void requireClosed(ByteSource source) throws IOException {
        ByteBuffer newest = header(source, HEADER_1);
        ByteBuffer other = header(source, HEADER_2);
        if (newest.getInt(0) != HEAD || (other.getInt(0) == HEAD && other.getLong(8) > newest.getLong(8))) {
            newest = other;
        }
        if (newest.getInt(0) != HEAD) {
            throw ByteSource.cutOff();
        }
        if (newest.getLong(48) != 0 || newest.getLong(56) != 0) {
            throw new MalformedException(
                    "it was not closed in order; shut its machine down, or convert it first (qemu-img convert)");
        }
    }

    private static ByteBuffer header(ByteSource source, long at) throws IOException {
        return source.bytes(at, 80, ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteSource region(ByteSource source, Guid wanted) throws IOException {
        ByteBuffer regions = source.bytes(REGIONS, TABLE, ByteOrder.LITTLE_ENDIAN);
        int count = regions.getInt(8);
        if (regions.getInt(0) != REGI || count < 0 || count > MOST_ENTRIES) {
            throw ByteSource.cutOff();
        }
        for (int at = 16; at < 16 + 32 * count; at += 32) {
            if (Guid.at(regions, at).equals(wanted)) {
                return source.slice(regions.getLong(at + 16), Integer.toUnsignedLong(regions.getInt(at + 24)));
            }
        }
        throw ByteSource.cutOff();
    }

    private static ByteBuffer item(ByteSource metadata, Guid wanted, int length) throws IOException {
        ByteBuffer table = metadata.bytes(0, TABLE, ByteOrder.LITTLE_ENDIAN);
        int count = Short.toUnsignedInt(table.getShort(10));
        if (table.getLong(0) != METADATA || count > MOST_ENTRIES) {
            throw ByteSource.cutOff();
        }
        for (int at = 32; at < 32 + 32 * count; at += 32) {
            if (Guid.at(table, at).equals(wanted)) {
                return metadata.bytes(Integer.toUnsignedLong(table.getInt(at + 16)), length, ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw ByteSource.cutOff();
    }

    private long entry(long block) {
        return table.get((int) (block + block / perChunk));
    }

    @Override
    boolean isMissing(long block) {
        return (entry(block) & STATE) != PRESENT;
    }

    @Override
    void readBlock(long block, int offset, byte[] to, int at, int length) throws IOException {
        source.read((entry(block) & MEGABYTES) + offset, to, at, length);
    }
}
