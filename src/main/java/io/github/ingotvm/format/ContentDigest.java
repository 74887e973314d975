package io.github.ingotvm.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * A digest of what a guest sees on a disk, however it is kept: SHA-256 over a line that names this way of doing it, the size of the disk in
 * whole sectors, and for each block of 64 KiB that holds anything but zeros its number and its SHA-256 (numbers of eight bytes, the
 * highest first; the last block filled up with zeros). So what was never written, and what was overwritten with zeros, are the same, and holes
 * cost nothing.
 */
public final class ContentDigest {
    /** Bytes of a block. */
    public static final int BLOCK = DataMap.CLUSTER;

    private static final byte[] WAY = "ingot disk content 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SECTOR = 512;
    private static final byte[] ZEROS = new byte[BLOCK];

    private final MessageDigest whole = sha256();
    private final MessageDigest block = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** @param size bytes of the disk */
    public ContentDigest(long size) {
        whole.update(WAY);
        update((size + SECTOR - 1) / SECTOR * SECTOR);
    }

    /**
     * Of a whole disk.
     *
     * @param progress is told now and then how many bytes have been passed, and may throw
     */
    public static String of(DiskReader disk, LongConsumer progress) throws IOException {
        ContentDigest digest = new ContentDigest(disk.size());
        digest.walk(disk, progress, (index, bytes) -> {});
        return digest.finish();
    }

    /** Is given every block that is not zeros alone. */
    interface Blocks {
        /** @param bytes {@link #BLOCK} of them; to be done with at the return */
        void take(long index, byte[] bytes) throws IOException;
    }

    /** Reads a disk through once, for this digest and for somebody else. */
    void walk(DiskReader disk, LongConsumer progress, Blocks blocks) throws IOException {
        byte[] buffer = new byte[BLOCK];
        for (long at = 0; at < disk.size(); at += BLOCK) {
            int length = (int) Math.min(BLOCK, disk.size() - at);
            if (disk.isHole(at, length)) {
                if ((at / BLOCK & 0xfff) == 0) {
                    progress.accept(at);
                }
                continue;
            }
            disk.read(at, buffer, length);
            Arrays.fill(buffer, length, BLOCK, (byte) 0);
            if (!Arrays.equals(buffer, ZEROS)) {
                add(at / BLOCK, buffer);
                blocks.take(at / BLOCK, buffer);
            }
            progress.accept(at + length);
        }
    }

    private void add(long index, byte[] bytes) {
        update(index);
        whole.update(block.digest(bytes));
    }

    private void update(long value) {
        whole.update(number.putLong(0, value).array());
    }

    /** The digest in hexadecimal. Once. */
    String finish() {
        return HexFormat.of().formatHex(whole.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
