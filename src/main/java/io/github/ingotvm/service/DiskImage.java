package io.github.ingotvm.service;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * A disk image to import, looked at before anything opens it. An image that names another file (a backing file, a data file, an
 * extent) is refused: whoever made it could have this host's files read into the guest.
 *
 * @param format {@code qcow2}, {@code raw}, {@code vmdk} or {@code vdi}
 * @param size bytes of the file
 */
record DiskImage(Path file, String format, long size) {
    private static final int HEADER = 72 << 10;
    private static final int QCOW2 = 0x514649fb;
    private static final int QCOW2_DATA_FILE = 0x44415441;
    private static final long QCOW2_EXTERNAL_DATA = 1L << 2;
    private static final int VMDK_SPARSE = 0x4b444d56;
    private static final int VDI = 0xbeda107f;
    private static final int SECTOR = 512;

    static DiskImage read(Path file) {
        if (Files.isDirectory(file)) {
            throw new IngotException(Kind.INVALID, file + " is a folder; choose a disk image.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate((int) Math.min(HEADER, channel.size()));
            int read = 0;
            while (header.hasRemaining() && read >= 0) {
                read = channel.read(header, header.position());
            }
            header.flip();
            return new DiskImage(file, format(file, header), channel.size());
        } catch (NoSuchFileException e) {
            throw new IngotException(Kind.INVALID, "There is no file " + file + "; check the path.", e);
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, file + " cannot be read; check its permissions.", e);
        } catch (IndexOutOfBoundsException e) {
            throw new IngotException(Kind.INVALID, file + " is cut off within its header; copy it again.", e);
        }
    }

    private static String format(Path file, ByteBuffer header) {
        if (header.limit() < SECTOR) {
            throw new IngotException(Kind.INVALID, file + " is too small to be a disk image.");
        }
        if (header.getInt(0) == QCOW2) {
            requireQcow2Alone(file, header);
            return "qcow2";
        }
        if (header.getInt(0) == VMDK_SPARSE || text(header, 0, 4).equals("KDMV")) {
            requireVmdkAlone(file, header);
            return "vmdk";
        }
        if (text(header, 0, SECTOR).contains("Disk DescriptorFile")) {
            throw refused(
                    file,
                    "it only lists other files that hold the disk; convert it to one file first (qemu-img convert)");
        }
        if (header.order(ByteOrder.LITTLE_ENDIAN).getInt(0x40) == VDI) {
            requireVdiAlone(file, header);
            return "vdi";
        }
        return raw(file, header);
    }

    private static void requireQcow2Alone(Path file, ByteBuffer header) {
        header.order(ByteOrder.BIG_ENDIAN);
        if (header.getLong(8) != 0 || header.getInt(16) != 0) {
            throw refused(file, "it stands on a backing file; flatten it first (qemu-img convert)");
        }
        if (header.getInt(32) != 0) {
            throw refused(file, "it is encrypted; decrypt it first (qemu-img convert)");
        }
        if (header.getInt(4) < 3) {
            return;
        }
        if ((header.getLong(72) & QCOW2_EXTERNAL_DATA) != 0) {
            throw refused(file, "its data lies in another file; flatten it first (qemu-img convert)");
        }
        int extension = header.getInt(100);
        if (extension < 104 || extension > header.limit() - 8) {
            throw refused(file, "its header is damaged; copy it again");
        }
        while (extension + 8 <= header.limit() && header.getInt(extension) != 0) {
            if (header.getInt(extension) == QCOW2_DATA_FILE) {
                throw refused(file, "it names another file for its data; flatten it first (qemu-img convert)");
            }
            long next = extension + 8L + ((Integer.toUnsignedLong(header.getInt(extension + 4)) + 7) & ~7L);
            if (next + 8 > header.limit()) {
                return;
            }
            extension = (int) next;
        }
    }

    private static void requireVmdkAlone(Path file, ByteBuffer header) {
        header.order(ByteOrder.LITTLE_ENDIAN);
        long offset = header.getLong(28) * SECTOR;
        long length = header.getLong(36) * SECTOR;
        if (offset <= 0 || length <= 0 || offset + length > header.limit()) {
            throw refused(file, "its description cannot be read; convert it first (qemu-img convert)");
        }
        String description = text(header, (int) offset, (int) length).toLowerCase(Locale.ROOT);
        boolean alone = description.contains("createtype=\"monolithicsparse\"")
                || description.contains("createtype=\"streamoptimized\"");
        if (!alone || description.contains("parentfilenamehint")) {
            throw refused(file, "it needs other files; convert it to one file first (qemu-img convert)");
        }
    }

    private static void requireVdiAlone(Path file, ByteBuffer header) {
        int type = header.getInt(0x4c);
        if (type != 1 && type != 2) {
            throw refused(file, "it is a difference to another image; flatten it first");
        }
    }

    private static String raw(Path file, ByteBuffer header) {
        if (header.limit() > 32774 && text(header, 32769, 5).equals("CD001")) {
            throw new IngotException(
                    Kind.INVALID, file + " is a disc image (ISO); install from it instead of importing it.");
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean bootSector = header.order(ByteOrder.BIG_ENDIAN).getShort(SECTOR - 2) == 0x55AA;
        if (!bootSector && !name.endsWith(".raw") && !name.endsWith(".img")) {
            throw new IngotException(
                    Kind.INVALID,
                    file + " is no disk image that Ingot knows; qcow2, raw, vmdk and vdi can be imported.");
        }
        return "raw";
    }

    private static String text(ByteBuffer header, int offset, int length) {
        byte[] bytes = new byte[Math.min(length, header.limit() - offset)];
        header.get(offset, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static IngotException refused(Path file, String why) {
        return new IngotException(Kind.INVALID, file + " is refused: " + why + ".");
    }
}
