package io.github.ingotvm.fake;

import io.github.ingotvm.format.DiskChain;
import io.github.ingotvm.format.DiskReader;
import io.github.ingotvm.format.FileBytes;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.VirtualDisk;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What guests wrote, as blocks of a disk: each line lies in a block that its key alone decides, so that what was written over has one place
 * however it is kept.
 */
final class FakeDisk implements VirtualDisk {
    private static final int BLOCK = 64 << 10;
    private static final String LINE = "written by a guest: ";
    private static final int PLACES = 512;

    private final long size;
    private final DiskReader below;
    private final Map<Long, byte[]> blocks;

    /** @param bottom the lowest file of the chain, with what was there before anybody wrote */
    FakeDisk(long size, FakeFile bottom, Map<String, String> written) {
        this.size = size;
        this.below = below(bottom);
        this.blocks = blocks(size, written);
    }

    private static DiskReader below(FakeFile bottom) {
        try {
            boolean image = Qcow2.is(bottom.bytes);
            return DiskChain.open(bottom.path, image ? "qcow2" : "raw", path -> new Bytes(bottom.bytes));
        } catch (IOException e) {
            throw new HypervisorException(Kind.FAILED, bottom.path + " cannot be read; restore it.", e);
        }
    }

    /** What guests wrote, in an image that was made elsewhere. */
    static Map<String, String> written(byte[] image) {
        Map<String, String> lines = new TreeMap<>();
        byte[] block = new byte[BLOCK];
        try (DiskChain disk = DiskChain.open("image", "qcow2", path -> new Bytes(image))) {
            for (long at = 0; at < Math.min(disk.size(), (long) PLACES * BLOCK); at += BLOCK) {
                if (!disk.isHole(at, BLOCK)) {
                    disk.read(at, block, BLOCK);
                    lines.putAll(lines(block));
                }
            }
        } catch (IOException e) {
            return Map.of(); // one that names others, or is none
        }
        return lines;
    }

    private static final class Bytes implements FileBytes {
        private final byte[] all;

        Bytes(byte[] all) {
            this.all = all;
        }

        @Override
        public int read(long offset, byte[] to, int at, int wanted) {
            int n = (int) Math.max(0, Math.min(wanted, all.length - offset));
            System.arraycopy(all, (int) Math.min(offset, all.length), to, at, n);
            return n;
        }

        @Override
        public long length() {
            return all.length;
        }

        @Override
        public void close() {}
    }

    private static Map<Long, byte[]> blocks(long size, Map<String, String> written) {
        Map<Long, StringBuilder> text = new HashMap<>();
        long places = Math.max(1, Math.min(PLACES, size / BLOCK));
        new TreeMap<>(written)
                .forEach((key, value) -> text.computeIfAbsent(
                                Math.floorMod(key.hashCode(), places), i -> new StringBuilder())
                        .append(LINE + key + "=" + value + "\n"));
        Map<Long, byte[]> blocks = new HashMap<>();
        text.forEach((place, lines) ->
                blocks.put(place, Arrays.copyOf(lines.toString().getBytes(StandardCharsets.UTF_8), BLOCK)));
        return blocks;
    }

    private static Map<String, String> lines(byte[] block) {
        Map<String, String> lines = new TreeMap<>();
        String text = new String(block, StandardCharsets.UTF_8);
        if (text.startsWith(LINE)) {
            text.substring(0, text.indexOf('\0')).lines().forEach(l -> {
                String line = l.substring(LINE.length());
                lines.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            });
        }
        return lines;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isHole(long offset, int length) {
        try {
            return !blocks.containsKey(offset / BLOCK) && below.isHole(offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole blocks, as the services read them. */
    @Override
    public void read(long offset, byte[] buffer, int length) {
        byte[] block = blocks.get(offset / BLOCK);
        try {
            if (block == null) {
                below.read(offset, buffer, length);
            } else {
                System.arraycopy(block, 0, buffer, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
