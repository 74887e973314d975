package io.github.ingotvm.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A disk in a file, looked at before anything opens it. One that names another file (a backing file, a data file, an extent, a parent)
 * is refused: whoever made it could have this host's files read into the guest.
 *
 * @param source its bytes
 * @param size bytes that the guest sees
 */
public record DiskImage(DiskFormat format, ByteSource source, long size) {
    private static final int HEADER = 72 << 10;
    private static final int SECTOR = 512;
    private static final String LUKS = "LUKS\u00ba\u00be";

    /**
     * Tells the format by the bytes.
     *
     * @param name of the file; only where the bytes of a raw disk say nothing does its ending count
     * @throws MalformedException when it is none that can be taken, saying why
     */
    public static DiskImage read(ByteSource source, String name) throws IOException {
        ByteBuffer header = source.bytes(0, (int) Math.min(HEADER, source.size()), ByteOrder.BIG_ENDIAN);
        if (header.limit() < SECTOR) {
            throw new MalformedException("it is too small to be a disk image");
        }
        DiskFormat format = format(source, header, name);
        return switch (format) {
            case QCOW2 ->
                new DiskImage(
                        format, source, Qcow2Header.read(header, source.size()).size());
            case RAW -> new DiskImage(format, source, source.size());
            default -> new DiskImage(format, source, reader(format, source).size());
        };
    }

    /** Reads the disk. Not for qcow2, whose bytes are taken as they are. */
    public DiskReader open() throws IOException {
        return reader(format, source);
    }

    private static DiskReader reader(DiskFormat format, ByteSource source) throws IOException {
        return switch (format) {
            case QCOW2 -> throw new IllegalArgumentException("qcow2 is taken as it is");
            case RAW -> new RawReader(source);
            case VMDK -> VmdkReader.open(source);
            case VDI -> VdiReader.open(source);
            case VHD -> VhdReader.open(source, footer(source));
            case VHDX -> VhdxReader.open(source);
        };
    }

    private static ByteBuffer footer(ByteSource source) throws IOException {
        return source.bytes(source.size() - VhdReader.FOOTER, VhdReader.FOOTER, ByteOrder.BIG_ENDIAN);
    }

    private static DiskFormat format(ByteSource source, ByteBuffer header, String name) throws IOException {
        ByteBuffer little = header.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(0) == Qcow2Header.MAGIC) {
            return DiskFormat.QCOW2;
        }
        if (little.getInt(0) == VmdkReader.MAGIC) {
            return DiskFormat.VMDK;
        }
        if (text(header, 0, SECTOR).contains("Disk DescriptorFile")) {
            throw new MalformedException(
                    "it only lists other files that hold the disk; convert it to one file first (qemu-img convert)");
        }
        if (little.getInt(VdiReader.MAGIC_AT) == VdiReader.MAGIC) {
            return DiskFormat.VDI;
        }
        if (little.getLong(0) == VhdxReader.MAGIC) {
            return DiskFormat.VHDX;
        }
        // Two in the same place: a sparse one begins with it as well, one of full size is raw but for its end.
        if (footer(source).getLong(0) == VhdReader.MAGIC) {
            return DiskFormat.VHD;
        }
        requireRaw(header, name);
        return DiskFormat.RAW;
    }

    static void requireRaw(ByteBuffer header, String name) throws IOException {
        if (header.getLong(0) == VhdReader.MAGIC) {
            throw ByteSource.cutOff();
        }
        if (text(header, 0, 6).equals(LUKS)) {
            throw new MalformedException("it is encrypted (LUKS); decrypt it first");
        }
        if (header.limit() > 32774 && text(header, 32769, 5).equals("CD001")) {
            throw new MalformedException("it is a disc image (ISO); install from it instead of importing it");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean bootSector = header.getShort(SECTOR - 2) == 0x55AA;
        if (!bootSector && !lower.endsWith(".raw") && !lower.endsWith(".img")) {
            throw new MalformedException(
                    "it is no disk image that Ingot knows; qcow2, raw, vmdk, vdi, vhd and vhdx can be imported");
        }
    }

    static String text(ByteBuffer header, int offset, int length) {
        byte[] bytes = new byte[Math.min(length, header.limit() - offset)];
        header.get(offset, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
