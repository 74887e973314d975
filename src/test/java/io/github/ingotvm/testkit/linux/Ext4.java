package io.github.ingotvm.testkit.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The superblock of an ext4 file system that fills a disk image. */
public final class Ext4 {
    private static final int SUPERBLOCK = 1024;
    private static final int MAGIC_AT = 0x38;
    private static final int MAGIC = 0xEF53;
    private static final int INCOMPATIBLE_FEATURES_AT = 0x60;
    private static final int RECOVER = 0x4;

    private Ext4() {}

    /** Whether its journal must be replayed before it can be used, as after a power cut. The image may have layers below. */
    public static boolean needsRecovery(String image) {
        try {
            Path folder = Files.createTempDirectory("ingot-ext4");
            Path raw = folder.resolve("raw");
            try {
                Programs.text(folder, "qemu-img", "convert", "-U", "-O", "raw", image, raw.toString());
                return needsRecovery(raw);
            } finally {
                Files.deleteIfExists(raw);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean needsRecovery(Path raw) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(SUPERBLOCK).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel disk = FileChannel.open(raw)) {
            while (block.hasRemaining() && disk.read(block, SUPERBLOCK + block.position()) > 0) {
                // until the whole block is there
            }
        }
        if ((block.getShort(MAGIC_AT) & 0xFFFF) != MAGIC) {
            throw new AssertionError("no ext4 file system on the disk");
        }
        return (block.getInt(INCOMPATIBLE_FEATURES_AT) & RECOVER) != 0;
    }
}
