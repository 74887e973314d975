package io.github.ingotvm.osinfo;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An installation medium, read from the volume descriptors of ECMA-119 (ISO 9660) and the El Torito boot record.
 *
 * @param label volume identifier
 * @param bootable whether it has an El Torito boot catalogue
 * @param size bytes of the file
 */
public record Medium(Path file, String label, boolean bootable, long size) {
    private static final int SECTOR = 2048;
    private static final int FIRST_DESCRIPTOR = 16;
    private static final int MOST_DESCRIPTORS = 32;
    private static final int PRIMARY = 1;
    private static final int BOOT_RECORD = 0;
    private static final int TERMINATOR = 255;

    /**
     * Reads a file.
     *
     * @throws IngotException {@code INVALID} when it is missing, unreadable, cut off or not a bootable disc image
     */
    public static Medium read(Path file) {
        if (Files.isDirectory(file)) {
            throw new IngotException(Kind.INVALID, file + " is a folder; choose an ISO file.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file, channel);
        } catch (NoSuchFileException e) {
            throw new IngotException(Kind.INVALID, "There is no file " + file + "; check the path.", e);
        } catch (IOException e) {
            throw new IngotException(Kind.INVALID, file + " cannot be read; check its permissions.", e);
        }
    }

    private static Medium read(Path file, FileChannel channel) throws IOException {
        String label = "";
        boolean primary = false;
        boolean bootable = false;
        long declared = 0;
        for (int i = 0; i < MOST_DESCRIPTORS; i++) {
            ByteBuffer sector = ByteBuffer.allocate(SECTOR);
            channel.read(sector, (long) (FIRST_DESCRIPTOR + i) * SECTOR);
            if (sector.position() < SECTOR || !"CD001".equals(text(sector, 1, 5))) {
                break;
            }
            int type = Byte.toUnsignedInt(sector.get(0));
            if (type == PRIMARY) {
                primary = true;
                label = text(sector, 40, 32);
                declared = Integer.toUnsignedLong(Integer.reverseBytes(sector.getInt(80)))
                        * Short.toUnsignedInt(Short.reverseBytes(sector.getShort(128)));
            } else if (type == BOOT_RECORD && text(sector, 7, 32).startsWith("EL TORITO SPECIFICATION")) {
                bootable = true;
            } else if (type == TERMINATOR) {
                break;
            }
        }
        if (!primary) {
            throw new IngotException(
                    Kind.INVALID,
                    file + " is not a disc image (ISO); choose the installation disc of an operating system.");
        }
        if (channel.size() < declared) {
            throw new IngotException(
                    Kind.INVALID,
                    file + " is cut off: it has " + channel.size() + " of " + declared + " bytes. Download it again.");
        }
        if (!bootable) {
            throw new IngotException(
                    Kind.INVALID, file + " is a disc that a machine cannot boot from; choose an installation disc.");
        }
        return new Medium(file, label, true, channel.size());
    }

    private static String text(ByteBuffer sector, int offset, int length) {
        byte[] bytes = new byte[length];
        sector.get(offset, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    }
}
