package io.github.ingotvm.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Small disk images of every format: one block with a text in it, and nothing else. */
@SuppressWarnings("ByteBufferBackingArray") // All of them come from allocate().
final class Images {
    static final byte[] TEXT = "This is what the guest wrote.".getBytes(StandardCharsets.US_ASCII);
    static final long SIZE = 5L << 20;

    /** Where the text is. */
    static final long AT = 3L << 20;

    private static final int SECTOR = 512;

    private Images() {}

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What every one of them holds. */
    static byte[] raw() {
        byte[] disk = new byte[(int) SIZE];
        System.arraycopy(TEXT, 0, disk, (int) AT, TEXT.length);
        return disk;
    }

    static ByteBuffer qcow2() {
        return ByteBuffer.allocate(4 << 16)
                .putInt(0, 0x514649fb)
                .putInt(4, 3)
                .putInt(20, 16)
                .putLong(24, SIZE)
                .putInt(36, 1)
                .putLong(40, 3 << 16)
                .putLong(48, 1 << 16)
                .putInt(56, 1)
                .putInt(96, 4)
                .putInt(100, 104);
    }

    /** Header, description, directory, one table, one grain of 64 KiB. */
    static ByteBuffer vmdk(String description) {
        ByteBuffer image = little(SECTOR * 300);
        vmdkHeader(image, 0, 0, 4);
        image.put(SECTOR, description.getBytes(StandardCharsets.US_ASCII));
        image.putInt(4 * SECTOR, 8);
        image.putInt(8 * SECTOR + 4 * (int) (AT >> 16), 128);
        return image.put(128 * SECTOR, TEXT);
    }

    static ByteBuffer vmdk() {
        return vmdk("parentCID=ffffffff\ncreateType=\"monolithicSparse\"\nRW 10240 SPARSE \"a.vmdk\"\n");
    }

    private static void vmdkHeader(ByteBuffer image, int at, int flags, long directory) {
        image.put(at, "KDMV".getBytes(StandardCharsets.US_ASCII));
        image.putInt(at + 4, 1)
                .putInt(at + 8, flags)
                .putLong(at + 12, SIZE / SECTOR)
                .putLong(at + 20, 128)
                .putLong(at + 28, 1)
                .putLong(at + 36, 2)
                .putInt(at + 44, 512)
                .putLong(at + 56, directory);
    }

    /** Grains that are compressed, and the directory at the end. */
    static byte[] streamVmdk() {
        ByteBuffer image = little(SECTOR * 24);
        vmdkHeader(image, 0, 3 << 16, -1);
        image.putShort(77, (short) 1);
        image.put(SECTOR, "createType=\"streamOptimized\"".getBytes(StandardCharsets.US_ASCII));
        byte[] grain = Arrays.copyOf(TEXT, 1 << 16);
        Deflater deflater = new Deflater();
        deflater.setInput(grain);
        deflater.finish();
        byte[] packed = new byte[SECTOR];
        int length = deflater.deflate(packed);
        deflater.end();
        image.putLong(4 * SECTOR, AT / SECTOR).putInt(4 * SECTOR + 8, length);
        image.put(4 * SECTOR + 12, packed, 0, length);
        image.putInt(8 * SECTOR + 4 * (int) (AT >> 16), 4);
        image.putInt(16 * SECTOR, 8);
        vmdkHeader(image, 22 * SECTOR, 3 << 16, 16);
        image.putShort(22 * SECTOR + 77, (short) 1);
        return image.array();
    }

    static ByteBuffer vdi() {
        int block = 1 << 20;
        ByteBuffer image = little(1024 + block);
        image.putInt(0x40, 0xbeda107f)
                .putInt(0x44, 0x10001)
                .putInt(0x4c, 1)
                .putInt(0x154, 512)
                .putInt(0x158, 1024)
                .putLong(0x170, SIZE)
                .putInt(0x178, block)
                .putInt(0x180, 5);
        for (int i = 0; i < 5; i++) {
            image.putInt(512 + 4 * i, i == 3 ? 0 : -1);
        }
        return image.put(1024, TEXT);
    }

    /** Footer, header, table, bitmap and one block of 2 MiB, footer. */
    static ByteBuffer vhd() {
        int block = 2 << 20;
        ByteBuffer image = ByteBuffer.allocate(512 + 1024 + 512 + 512 + block + 512);
        byte[] footer = vhdFooter(3, 512);
        image.put(0, footer);
        image.put(512, "cxsparse".getBytes(StandardCharsets.US_ASCII));
        image.putLong(512 + 16, 1536).putInt(512 + 28, 3).putInt(512 + 32, block);
        for (int i = 0; i < 3; i++) {
            image.putInt(1536 + 4 * i, i == 1 ? 4 : -1);
        }
        int within = (int) (AT - block);
        image.put(2048 + within / SECTOR / 8, (byte) 0x80);
        image.put(2560 + within, TEXT);
        image.put(2560 + within + SECTOR, "left over".getBytes(StandardCharsets.US_ASCII));
        return image.put(image.capacity() - 512, footer);
    }

    static byte[] fixedVhd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(raw());
        out.write(vhdFooter(2, -1));
        return out.toByteArray();
    }

    static byte[] vhdFooter(int type, long header) {
        ByteBuffer footer = ByteBuffer.allocate(512);
        footer.put(0, "conectix".getBytes(StandardCharsets.US_ASCII));
        footer.putLong(16, header).putLong(48, SIZE).putInt(60, type);
        int sum = 0;
        for (byte b : footer.array()) {
            sum += Byte.toUnsignedInt(b);
        }
        return footer.putInt(64, ~sum).array();
    }

    /** Headers at 64 and 128 KiB, regions at 192 KiB, metadata at 1 MiB, table at 2 MiB, one block at 3 MiB. */
    static ByteBuffer vhdx() {
        int mib = 1 << 20;
        ByteBuffer image = little(4 * mib);
        image.put(0, "vhdxfile".getBytes(StandardCharsets.US_ASCII));
        image.put(64 << 10, "head".getBytes(StandardCharsets.US_ASCII)).putLong((64 << 10) + 8, 1);
        int regions = 192 << 10;
        image.put(regions, "regi".getBytes(StandardCharsets.US_ASCII)).putInt(regions + 8, 2);
        guid(image, regions + 16, 0x4200F6232DC27766L, 0x084AFD9B5E11649DL);
        image.putLong(regions + 32, 2L * mib).putInt(regions + 40, mib);
        guid(image, regions + 48, 0x4B9A47908B7CA206L, 0x6E880F055F57FEB8L);
        image.putLong(regions + 64, mib).putInt(regions + 72, mib);
        image.put(mib, "metadata".getBytes(StandardCharsets.US_ASCII)).putShort(mib + 10, (short) 3);
        item(image, 0, 0x4D43FA36CAA16737L, 0x6BE744AAF033B6B3L);
        item(image, 1, 0x4876CD1B2FA54224L, 0xB8F43BD8BE5D11B2L);
        item(image, 2, 0x4709A96F8141BF1DL, 0x5FABFAA833F247BAL);
        int items = mib + (64 << 10);
        image.putInt(items, mib).putLong(items + 16, SIZE).putInt(items + 32, 512);
        image.putLong(2 * mib + 8 * 3, 3L << 20 | 6);
        return image.put(3 * mib, TEXT);
    }

    private static void item(ByteBuffer image, int index, long first, long second) {
        int at = (1 << 20) + 32 + 32 * index;
        guid(image, at, first, second);
        image.putInt(at + 16, (64 << 10) + 16 * index);
    }

    private static void guid(ByteBuffer image, int at, long first, long second) {
        image.putLong(at, first).putLong(at + 8, second);
    }
}
