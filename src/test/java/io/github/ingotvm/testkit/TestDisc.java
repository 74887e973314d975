package io.github.ingotvm.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The smallest file that passes for a bootable installation disc. */
public final class TestDisc {
    private static final int SECTOR = 2048;
    private static final int SECTORS = 20;

    private TestDisc() {}

    /** Writes one, 40 KiB small. */
    public static Path write(Path file, String label) {
        return write(file, label, "");
    }

    /** The same, with a publisher, whom some systems are known by. */
    public static Path write(Path file, String label, String publisher) {
        ByteBuffer disc = ByteBuffer.allocate(SECTORS * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        descriptor(disc, 16, 1);
        text(disc, 16 * SECTOR + 40, String.format(Locale.ROOT, "%-32s", label));
        text(disc, 16 * SECTOR + 318, String.format(Locale.ROOT, "%-128s", publisher));
        disc.putInt(16 * SECTOR + 80, SECTORS).putShort(16 * SECTOR + 128, (short) SECTOR);
        descriptor(disc, 17, 0);
        text(disc, 17 * SECTOR + 7, "EL TORITO SPECIFICATION");
        descriptor(disc, 18, 255);
        try {
            return Files.write(file, disc.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void descriptor(ByteBuffer disc, int sector, int type) {
        disc.put(sector * SECTOR, (byte) type);
        text(disc, sector * SECTOR + 1, "CD001");
    }

    private static void text(ByteBuffer disc, int offset, String text) {
        disc.put(offset, text.getBytes(StandardCharsets.US_ASCII));
    }
}
