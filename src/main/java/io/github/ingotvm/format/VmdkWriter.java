package io.github.ingotvm.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;

/**
 * Writes a disk as a {@code streamOptimized} VMDK: what every tool that takes appliances reads. From beginning to end in one pass; what is zero
 * takes no space, the rest is compressed.
 */
public final class VmdkWriter {
    /** Bytes of the largest disk that the format can hold. */
    public static final long LARGEST = 2L << 40;

    private static final int SECTOR = 512;
    private static final int GRAIN = ContentDigest.BLOCK;
    private static final int GRAIN_SECTORS = GRAIN / SECTOR;
    private static final int PER_TABLE = 512;
    private static final int DESCRIPTION_SECTORS = 20;
    private static final int OVERHEAD = 128;
    private static final int GRAIN_MARKER = 12;
    private static final int FOOTER_TYPE = 3;
    private static final int DIRECTORY_TYPE = 2;
    private static final int TABLE_TYPE = 1;
    private static final long AT_END = -1;

    private final OutputStream out;
    private final long sectors;
    private final int[] directory;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] packed = new byte[2 * GRAIN];

    private long written;
    private int tableIndex;
    private int[] table = new int[PER_TABLE];
    private boolean tableUsed;

    private VmdkWriter(OutputStream out, long size) {
        this.out = out;
        this.sectors = (size + SECTOR - 1) / SECTOR;
        this.directory = new int[(int) ((sectors + PER_TABLE * GRAIN_SECTORS - 1) / (PER_TABLE * GRAIN_SECTORS))];
    }

    /**
     * Writes a disk.
     *
     * @param name of the file, as it says itself
     * @param progress is told now and then how many bytes of the disk have been passed, and may throw
     * @return the {@linkplain ContentDigest digest of what was read}
     */
    public static String write(DiskReader disk, String name, OutputStream out, LongConsumer progress)
            throws IOException {
        if (disk.size() > LARGEST) {
            throw new MalformedException("it is larger than 2 TiB, which no appliance's disk can be");
        }
        VmdkWriter writer = new VmdkWriter(out, disk.size());
        try {
            ContentDigest digest = new ContentDigest(disk.size());
            writer.begin(name);
            digest.walk(disk, progress, writer::grain);
            writer.end();
            return digest.finish();
        } finally {
            writer.deflater.end();
        }
    }

    private void begin(String name) throws IOException {
        put(header(AT_END));
        ByteBuffer description = ByteBuffer.allocate(DESCRIPTION_SECTORS * SECTOR);
        description.put(description(name).getBytes(StandardCharsets.UTF_8));
        put(description.array());
        put(new byte[(OVERHEAD - 1 - DESCRIPTION_SECTORS) * SECTOR]);
    }

    private byte[] header(long directoryAt) {
        ByteBuffer header = ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(VmdkReader.MAGIC)
                .putInt(3) // the version that may be compressed
                .putInt(0x30001) // compressed, with markers, and with lines that a damage would show in
                .putLong(sectors)
                .putLong(GRAIN_SECTORS)
                .putLong(1)
                .putLong(DESCRIPTION_SECTORS)
                .putInt(PER_TABLE)
                .putLong(0)
                .putLong(directoryAt)
                .putLong(OVERHEAD)
                .put((byte) 0)
                .put("\n \r\n".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 1); // deflate
        return header.array();
    }

    private String description(String name) {
        long cylinders = Math.max(1, Math.min(sectors / (255 * 63), 65_535));
        return """
                # Disk DescriptorFile
                version=1
                CID=%08x
                parentCID=ffffffff
                createType="streamOptimized"

                # Extent description
                RDONLY %d SPARSE "%s"

                # The Disk Data Base
                #DDB
                ddb.adapterType = "lsilogic"
                ddb.geometry.cylinders = "%d"
                ddb.geometry.heads = "255"
                ddb.geometry.sectors = "63"
                ddb.virtualHWVersion = "10"
                """.formatted((name.hashCode() * 31 + Long.hashCode(sectors)) & 0x7fff_fffe, sectors, name, cylinders);
    }

    private void grain(long index, byte[] bytes) throws IOException {
        int wanted = (int) (index / PER_TABLE);
        if (wanted != tableIndex) {
            endTable();
            tableIndex = wanted;
        }
        table[(int) (index % PER_TABLE)] = sector();
        tableUsed = true;
        deflater.reset();
        deflater.setInput(bytes, 0, GRAIN);
        deflater.finish();
        int length = deflater.deflate(packed);
        ByteBuffer marker = ByteBuffer.allocate(GRAIN_MARKER).order(ByteOrder.LITTLE_ENDIAN);
        put(marker.putLong(index * GRAIN_SECTORS).putInt(length).array());
        put(packed, length);
        pad();
    }

    /** Where the next byte goes, as the tables say it. */
    private int sector() throws MalformedException {
        long sector = written / SECTOR;
        if (sector > 0xffff_ffffL) {
            throw new MalformedException("what is on it takes more than 2 TiB, which no appliance's disk can hold");
        }
        return (int) sector;
    }

    private void endTable() throws IOException {
        if (!tableUsed) {
            return;
        }
        marker(PER_TABLE * Integer.BYTES / SECTOR, TABLE_TYPE);
        directory[tableIndex] = sector();
        put(ints(table));
        table = new int[PER_TABLE];
        tableUsed = false;
    }

    private void end() throws IOException {
        endTable();
        byte[] entries = ints(directory);
        marker((entries.length + SECTOR - 1) / SECTOR, DIRECTORY_TYPE);
        long directoryAt = written / SECTOR;
        put(entries);
        pad();
        marker(1, FOOTER_TYPE);
        put(header(directoryAt));
        put(new byte[SECTOR]); // the end
    }

    private static byte[] ints(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    private void marker(long sectorsAfter, int type) throws IOException {
        ByteBuffer marker = ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        put(marker.putLong(sectorsAfter).putInt(0).putInt(type).array());
    }

    private void pad() throws IOException {
        int over = (int) (written % SECTOR);
        if (over > 0) {
            put(new byte[SECTOR - over]);
        }
    }

    private void put(byte[] bytes) throws IOException {
        put(bytes, bytes.length);
    }

    private void put(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        written += length;
    }
}
