package io.github.ingotvm.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * VMware's format in one file ({@code monolithicSparse}, {@code streamOptimized}): a directory of tables of grains. One that names a
 * parent or further files is refused.
 */
final class VmdkReader extends BlockReader {
    static final int MAGIC = 0x564d444b;
    private static final int SECTOR = 512;
    private static final long AT_END = -1;
    private static final int COMPRESSED = 1 << 16;
    private static final int ZEROED_GRAINS = 1 << 2;
    private static final int MARKER = 12;
    private static final Pattern NO_PARENT = Pattern.compile("parentcid\\s*=\\s*ffffffff\\b");
    private static final Pattern PARENT = Pattern.compile("parentcid\\s*=");
    private static final Pattern EXTENT = Pattern.compile("(?m)^\\s*(?:rw|rdonly|noaccess)\\s+\\d+\\s+\\w+");

    private final ByteSource source;
    private final int grain;
    private final int perTable;
    private final boolean compressed;
    private final boolean zeroedGrains;
    private final IntBuffer directory;

    private long tableIndex = -1;
    private IntBuffer table = IntBuffer.allocate(0);
    private long unpackedGrain = -1;
    private byte[] unpacked = new byte[0];

    private VmdkReader(ByteSource source, ByteBuffer header, long size, int grain) throws IOException {
        super(size, grain);
        this.source = source;
        this.grain = grain;
        int flags = header.getInt(8);
        this.compressed = (flags & COMPRESSED) != 0;
        this.zeroedGrains = (flags & ZEROED_GRAINS) != 0;
        this.perTable = Limits.block(header.getInt(44), 1, 1 << 16);
        long tables = blocks(size, (long) grain * perTable);
        this.directory = ints(sectors(header.getLong(56)), tables);
    }

    static VmdkReader open(ByteSource source) throws IOException {
        ByteBuffer header = source.bytes(0, SECTOR, ByteOrder.LITTLE_ENDIAN);
        requireAlone(source, header);
        if (header.getLong(56) == AT_END) {
            // Written from beginning to end: where the directory is, stands in a copy of the header at the end.
            header = source.bytes(source.size() - 2L * SECTOR, SECTOR, ByteOrder.LITTLE_ENDIAN);
            if (header.getInt(0) != MAGIC) {
                throw ByteSource.cutOff();
            }
        }
        int grain = Limits.block(sectors(header.getLong(20)), SECTOR, 1 << 21);
        if (header.getShort(77) > 1) {
            throw new MalformedException("it is compressed in a way that Ingot does not know");
        }
        return new VmdkReader(source, header, Limits.disk(sectors(header.getLong(12))), grain);
    }

    private static void requireAlone(ByteSource source, ByteBuffer header) throws IOException {
        long offset = sectors(header.getLong(28));
        long length = sectors(header.getLong(36));
        if (offset <= 0 || length <= 0 || length > 1 << 20) {
            throw new MalformedException("its description cannot be read; convert it first (qemu-img convert)");
        }
        ByteBuffer bytes = source.bytes(offset, (int) length, ByteOrder.LITTLE_ENDIAN);
        String description =
                StandardCharsets.ISO_8859_1.decode(bytes).toString().toLowerCase(Locale.ROOT);
        boolean known = description.contains("createtype=\"monolithicsparse\"")
                || description.contains("createtype=\"streamoptimized\"");
        boolean parent = description.contains("parentfilenamehint")
                || (PARENT.matcher(description).find()
                        && !NO_PARENT.matcher(description).find());
        if (!known || parent || EXTENT.matcher(description).results().count() > 1) {
            throw new MalformedException("it needs other files; convert it to one file first (qemu-img convert)");
        }
        if (description.contains("keysafe")) {
            throw new MalformedException("it is encrypted; decrypt it first");
        }
    }

    private static long sectors(long count) throws MalformedException {
        if (count < 0 || count > Limits.DISK / SECTOR * 2) {
            throw ByteSource.cutOff();
        }
        return count * SECTOR;
    }

    private IntBuffer ints(long offset, long count) throws IOException {
        return source.bytes(offset, Limits.table(4 * count, source), ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
    }

    /** The sector of a grain; 0 or 1 when it is not there. */
    private long entry(long block) throws IOException {
        long index = block / perTable;
        if (index != tableIndex) {
            long at = Integer.toUnsignedLong(directory.get((int) index));
            table = at == 0 ? IntBuffer.allocate(perTable) : ints(at * SECTOR, perTable);
            tableIndex = index;
        }
        return Integer.toUnsignedLong(table.get((int) (block % perTable)));
    }

    @Override
    boolean isMissing(long block) throws IOException {
        long entry = entry(block);
        return entry == 0 || (entry == 1 && zeroedGrains);
    }

    @Override
    void readBlock(long block, int offset, byte[] to, int at, int length) throws IOException {
        long position = entry(block) * SECTOR;
        if (!compressed) {
            source.read(position + offset, to, at, length);
            return;
        }
        if (block != unpackedGrain) {
            unpacked = unpack(position);
            unpackedGrain = block;
        }
        System.arraycopy(unpacked, offset, to, at, length);
    }

    private byte[] unpack(long position) throws IOException {
        int length = source.bytes(position, MARKER, ByteOrder.LITTLE_ENDIAN).getInt(8);
        if (length <= 0 || length > 2 * grain + SECTOR) {
            throw ByteSource.cutOff();
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(source.bytes(position + MARKER, length, ByteOrder.LITTLE_ENDIAN));
            byte[] plain = new byte[grain];
            int n = inflater.inflate(plain);
            if (n < grain && !inflater.finished()) {
                throw ByteSource.cutOff();
            }
            return plain;
        } catch (DataFormatException e) {
            throw new MalformedException("it is damaged; copy it again", e);
        } finally {
            inflater.end();
        }
    }
}
