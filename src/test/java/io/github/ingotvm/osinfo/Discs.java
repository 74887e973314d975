package io.github.ingotvm.osinfo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes disc images of a few sectors: primary descriptor, boot record, terminator (ECMA-119 8.4 and El Torito 2.0). */
final class Discs {
    static final int SECTOR = 2048;
    private static final int SECTORS = 40;

    private Discs() {}

    static byte[] labelled(String volume) {
        return of(new MediumRule(volume, "", "", "", 0));
    }

    /** @param fields the texts themselves, not expressions */
    static byte[] of(MediumRule fields) {
        ByteBuffer disc = ByteBuffer.allocate(SECTORS * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        descriptor(disc, 16, 1);
        text(disc, 8, 32, fields.system());
        text(disc, 40, 32, fields.volume());
        text(disc, 318, 128, fields.publisher());
        text(disc, 574, 128, fields.application());
        long sectors = fields.volumeSize() == 0 ? SECTORS : fields.volumeSize() / SECTOR;
        disc.putInt(16 * SECTOR + 80, (int) sectors).putShort(16 * SECTOR + 128, (short) SECTOR);
        descriptor(disc, 17, 0);
        disc.put(17 * SECTOR + 7, "EL TORITO SPECIFICATION".getBytes(StandardCharsets.US_ASCII));
        descriptor(disc, 18, 255);
        return disc.array();
    }

    /** @param day as {@code 20220908} */
    static byte[] made(byte[] disc, String day) {
        byte[] digits = (day + "12000000").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, disc, 16 * SECTOR + 813, digits.length);
        return disc;
    }

    /** As long as its descriptor says, without taking the space. */
    static void write(Path file, MediumRule fields) throws IOException {
        Files.write(file, of(fields));
        if (fields.volumeSize() > 0) {
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.position(fields.volumeSize() - 1).write(ByteBuffer.wrap(new byte[1]));
            }
        }
    }

    private static void text(ByteBuffer disc, int offset, int length, String text) {
        byte[] padded = (text + " ".repeat(length)).substring(0, length).getBytes(StandardCharsets.ISO_8859_1);
        disc.put(16 * SECTOR + offset, padded);
    }

    private static void descriptor(ByteBuffer disc, int sector, int type) {
        disc.put(sector * SECTOR, (byte) type);
        disc.put(sector * SECTOR + 1, "CD001".getBytes(StandardCharsets.US_ASCII));
    }
}
