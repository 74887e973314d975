package io.github.ingotvm.service.model;

import io.github.ingotvm.testkit.InstallerDisc;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What lies on this computer.
 *
 * @param image a raw disk image with a boot sector
 * @param iso a bootable disc whose installer reboots once
 * @param debian the disc of an installer that can be told its answers
 * @param locks folder for Ingot's locks
 */
record LocalFiles(Path image, Path iso, Path debian, Path locks) {
    private static final int SECTOR = 2048;

    static LocalFiles in(Path folder) throws IOException {
        Path image = Files.write(folder.resolve("disk.img"), bootSector());
        Path iso = Files.write(folder.resolve("installer.iso"), disc());
        Path debian = InstallerDisc.debian(folder.resolve("debian.iso"));
        return new LocalFiles(image, iso, debian, folder.resolve("locks"));
    }

    private static byte[] bootSector() {
        return ByteBuffer.allocate(4096).putShort(510, (short) 0x55AA).array();
    }

    private static byte[] disc() {
        ByteBuffer disc = ByteBuffer.allocate(19 * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        int primary = 16 * SECTOR;
        disc.put(primary, (byte) 1);
        put(disc, primary + 1, "CD001");
        put(disc, primary + 40, "INGOT_DEMO");
        disc.putInt(primary + 80, 19).putShort(primary + 128, (short) SECTOR);
        int boot = 17 * SECTOR;
        put(disc, boot + 1, "CD001");
        put(disc, boot + 7, "EL TORITO SPECIFICATION");
        int end = 18 * SECTOR;
        disc.put(end, (byte) 255);
        put(disc, end + 1, "CD001");
        return disc.array();
    }

    private static void put(ByteBuffer disc, int offset, String text) {
        disc.put(offset, text.getBytes(StandardCharsets.US_ASCII));
    }
}
