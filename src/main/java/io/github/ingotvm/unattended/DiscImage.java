package io.github.ingotvm.unattended;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Writes a small disc (ECMA-119 with Joliet): a few files in the root folder. Linux and Windows show the Joliet names; those of
 * ECMA-119 itself are shortened, for readers that know no others.
 */
public final class DiscImage {
    private static final int SECTOR = 2048;
    private static final int SYSTEM_AREA = 16;
    private static final int PATHS_LITTLE = 19;
    private static final int PATHS_BIG = 20;
    private static final int JOLIET_PATHS_LITTLE = 21;
    private static final int JOLIET_PATHS_BIG = 22;
    private static final int ROOT = 23;
    private static final int JOLIET_ROOT = 24;
    private static final int FIRST_FILE = 25;
    private static final int PATHS_LENGTH = 10;
    private static final String NO_TIME = "0000000000000000\0";

    private final Seed.Disc disc;
    private final List<Placed> files = new ArrayList<>();
    private final ByteBuffer image;
    private final int sectors;

    private record Placed(String name, int length, int sector) {}

    private DiscImage(Seed.Disc disc) {
        this.disc = disc;
        int next = FIRST_FILE;
        for (var file : new TreeMap<>(disc.files()).entrySet()) {
            files.add(new Placed(file.getKey(), file.getValue().length, next));
            next += Math.max(1, (file.getValue().length + SECTOR - 1) / SECTOR);
        }
        this.sectors = next;
        this.image = ByteBuffer.allocate(sectors * SECTOR);
    }

    /** The whole image. */
    public static byte[] of(Seed.Disc disc) {
        return new DiscImage(disc).write();
    }

    private byte[] write() {
        descriptor(SYSTEM_AREA, 1, false, ROOT, PATHS_LITTLE);
        descriptor(SYSTEM_AREA + 1, 2, true, JOLIET_ROOT, JOLIET_PATHS_LITTLE);
        at(SYSTEM_AREA + 2, 0).put((byte) 255).put(ascii("CD001")).put((byte) 1);
        paths(PATHS_LITTLE, ByteOrder.LITTLE_ENDIAN, ROOT);
        paths(PATHS_BIG, ByteOrder.BIG_ENDIAN, ROOT);
        paths(JOLIET_PATHS_LITTLE, ByteOrder.LITTLE_ENDIAN, JOLIET_ROOT);
        paths(JOLIET_PATHS_BIG, ByteOrder.BIG_ENDIAN, JOLIET_ROOT);
        folder(ROOT, false);
        folder(JOLIET_ROOT, true);
        files.forEach(file -> at(file.sector, 0).put(disc.files().getOrDefault(file.name, new byte[0])));
        return image.array();
    }

    private void descriptor(int sector, int type, boolean joliet, int root, int paths) {
        at(sector, 0).put((byte) type).put(ascii("CD001")).put((byte) 1);
        text(sector, 8, 32, joliet, "");
        text(sector, 40, 32, joliet, disc.label());
        both(sector, 80, sectors);
        if (joliet) {
            at(sector, 88).put(ascii("%/E"));
        }
        bothShort(sector, 120, 1);
        bothShort(sector, 124, 1);
        bothShort(sector, 128, SECTOR);
        both(sector, 132, PATHS_LENGTH);
        at(sector, 140).order(ByteOrder.LITTLE_ENDIAN).putInt(paths);
        at(sector, 148).order(ByteOrder.BIG_ENDIAN).putInt(paths + 1);
        at(sector, 156).put(record(new byte[1], root, SECTOR, true));
        for (int field : new int[] {190, 318, 446, 574}) {
            text(sector, field, 128, joliet, "");
        }
        for (int field : new int[] {702, 739, 776}) {
            text(sector, field, 37, joliet, "");
        }
        for (int field : new int[] {813, 830, 847, 864}) {
            at(sector, field).put(NO_TIME.getBytes(StandardCharsets.US_ASCII));
        }
        at(sector, 881).put((byte) 1);
    }

    /** There is the root folder alone. */
    private void paths(int sector, ByteOrder order, int root) {
        at(sector, 0).order(order).put((byte) 1).put((byte) 0).putInt(root).putShort((short) 1);
    }

    private void folder(int sector, boolean joliet) {
        ByteBuffer records = at(sector, 0);
        records.put(record(new byte[] {0}, sector, SECTOR, true));
        records.put(record(new byte[] {1}, sector, SECTOR, true));
        for (Placed file : files) {
            byte[] name = joliet ? file.name.getBytes(StandardCharsets.UTF_16BE) : ascii(plain(file.name));
            records.put(record(name, file.sector, file.length, false));
        }
    }

    private static byte[] record(byte[] name, int sector, int length, boolean folder) {
        int size = 33 + name.length + (name.length + 1) % 2;
        ByteBuffer record = ByteBuffer.allocate(size);
        record.put(0, (byte) size);
        record.order(ByteOrder.LITTLE_ENDIAN).putInt(2, sector).putInt(10, length);
        record.order(ByteOrder.BIG_ENDIAN).putInt(6, sector).putInt(14, length);
        // 1980-01-01: when it was made is nobody's business, and the same answers give the same bytes.
        record.put(18, (byte) 80).put(19, (byte) 1).put(20, (byte) 1);
        record.put(25, (byte) (folder ? 2 : 0));
        record.order(ByteOrder.LITTLE_ENDIAN).putShort(28, (short) 1);
        record.order(ByteOrder.BIG_ENDIAN).putShort(30, (short) 1);
        record.put(32, (byte) name.length).put(33, name);
        return record.array();
    }

    /** Eight signs, a dot, three signs. */
    private static String plain(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9.]", "_");
        int dot = upper.lastIndexOf('.');
        String stem = (dot < 0 ? upper : upper.substring(0, dot)).replace('.', '_');
        String extension = dot < 0 ? "" : upper.substring(dot + 1);
        return stem.substring(0, Math.min(8, stem.length())) + "."
                + extension.substring(0, Math.min(3, extension.length())) + ";1";
    }

    private void text(int sector, int offset, int length, boolean joliet, String text) {
        Charset charset = joliet ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
        byte[] blank = " ".repeat(length).getBytes(charset);
        byte[] bytes = text.getBytes(charset);
        at(sector, offset).put(blank, 0, length);
        at(sector, offset).put(bytes, 0, Math.min(length, bytes.length));
        if (length % 2 == 1 && joliet) {
            at(sector, offset + length - 1).put((byte) 0);
        }
    }

    private void both(int sector, int offset, int value) {
        at(sector, offset).order(ByteOrder.LITTLE_ENDIAN).putInt(value);
        at(sector, offset + 4).order(ByteOrder.BIG_ENDIAN).putInt(value);
    }

    private void bothShort(int sector, int offset, int value) {
        at(sector, offset).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value);
        at(sector, offset + 2).order(ByteOrder.BIG_ENDIAN).putShort((short) value);
    }

    private ByteBuffer at(int sector, int offset) {
        return image.duplicate().position(sector * SECTOR + offset);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
