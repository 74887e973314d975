package io.github.ingotvm.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A disc with a folder in which an installer's kernel and initial file system lie, such as they are: nothing boots from it. */
public final class InstallerDisc {
    private static final int SECTOR = 2048;
    private static final int ROOT = 20;
    private static final int FOLDER = 21;
    private static final int KERNEL = 22;
    private static final int INITRD = 23;

    private InstallerDisc() {}

    /** Debian's, as far as its label and its paths go. */
    public static Path debian(Path file) {
        return write(file, "Debian 12.5.0 amd64 n", "INSTALL.AMD", "VMLINUZ.;1", "INITRD.GZ;1");
    }

    /** Ubuntu's for servers. */
    public static Path ubuntu(Path file) {
        return write(file, "Ubuntu-Server 24.04.1 LTS amd64", "CASPER", "VMLINUZ.;1", "INITRD.;1");
    }

    private static Path write(Path file, String label, String folder, String kernel, String initrd) {
        TestDisc.write(file, label);
        try {
            byte[] head = Files.readAllBytes(file);
            ByteBuffer disc = ByteBuffer.allocate(24 * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
            disc.put(0, head);
            disc.putInt(16 * SECTOR + 80, 24);
            record(disc, 16 * SECTOR + 156, "\0", ROOT, SECTOR, true);
            int at = record(disc, ROOT * SECTOR, "\0", ROOT, SECTOR, true);
            at = record(disc, at, "\1", ROOT, SECTOR, true);
            record(disc, at, folder, FOLDER, SECTOR, true);
            at = record(disc, FOLDER * SECTOR, "\0", FOLDER, SECTOR, true);
            at = record(disc, at, "\1", ROOT, SECTOR, true);
            at = record(disc, at, initrd, INITRD, 6, false);
            record(disc, at, kernel, KERNEL, 6, false);
            disc.put(KERNEL * SECTOR, "kernel".getBytes(StandardCharsets.US_ASCII));
            disc.put(INITRD * SECTOR, "initrd".getBytes(StandardCharsets.US_ASCII));
            return Files.write(file, disc.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int record(ByteBuffer disc, int at, String name, int sector, int length, boolean folder) {
        byte[] bytes = name.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        int size = 33 + bytes.length + (bytes.length + 1) % 2;
        disc.put(at, (byte) size).putInt(at + 2, sector).putInt(at + 10, length);
        disc.put(at + 25, (byte) (folder ? 2 : 0)).put(at + 32, (byte) bytes.length);
        disc.put(at + 33, bytes);
        return at + size;
    }
}
