package io.github.ingotvm.osinfo;

import io.github.ingotvm.format.Compression;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The volume descriptors at the beginning of a disc: one a sector of 2048 bytes, from the sixteenth on.
 *
 * @param primary whether there is a primary descriptor, without which it is no disc
 * @param made when the disc was made; empty where it does not say
 */
record Descriptors(
        boolean primary,
        String volume,
        String system,
        String publisher,
        String application,
        long volumeSize,
        Optional<LocalDate> made,
        boolean bootable) {
    private static final int SECTOR = 2048;
    private static final int FIRST = 16;
    private static final int MOST = 32;
    private static final int FIRST_YEAR = 1990;
    private static final int PRIMARY = 1;
    private static final int BOOT_RECORD = 0;
    private static final int TERMINATOR = 255;

    static Descriptors read(Path file, Compression compression) throws IOException {
        try (InputStream in = compression.open(Files.newInputStream(file))) {
            return read(in);
        }
    }

    private static Descriptors read(InputStream in) throws IOException {
        Descriptors found = new Descriptors(false, "", "", "", "", 0, Optional.empty(), false);
        try {
            in.skipNBytes((long) FIRST * SECTOR);
        } catch (EOFException e) {
            return found;
        }
        for (int i = 0; i < MOST; i++) {
            byte[] bytes = in.readNBytes(SECTOR);
            ByteBuffer sector = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.length < SECTOR || !"CD001".equals(text(sector, 1, 5))) {
                break;
            }
            int type = Byte.toUnsignedInt(bytes[0]);
            if (type == TERMINATOR) {
                break;
            }
            found = found.with(type, sector);
        }
        return found;
    }

    private Descriptors with(int type, ByteBuffer sector) {
        if (type == PRIMARY && !primary) {
            long size = Integer.toUnsignedLong(sector.getInt(80)) * Short.toUnsignedInt(sector.getShort(128));
            return new Descriptors(
                    true,
                    text(sector, 40, 32),
                    text(sector, 8, 32),
                    text(sector, 318, 128),
                    text(sector, 574, 128),
                    size,
                    date(sector, 813),
                    bootable);
        }
        boolean boot = type == BOOT_RECORD && text(sector, 7, 32).startsWith("EL TORITO SPECIFICATION");
        return new Descriptors(primary, volume, system, publisher, application, volumeSize, made, bootable || boot);
    }

    /** Sixteen digits, of which the first eight are the day; zeros where it is not said. */
    private static Optional<LocalDate> date(ByteBuffer sector, int offset) {
        try {
            return Optional.of(LocalDate.parse(text(sector, offset, 8), DateTimeFormatter.BASIC_ISO_DATE))
                    .filter(day -> day.getYear() >= FIRST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As the database's rules expect it: up to the first zero, without the blanks at its end. */
    private static String text(ByteBuffer sector, int offset, int length) {
        byte[] bytes = new byte[length];
        sector.get(offset, bytes);
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int zero = all.indexOf('\0');
        return (zero < 0 ? all : all.substring(0, zero)).stripTrailing();
    }
}
