package io.github.ingotvm.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** A qcow2 image in a chain. */
final class Qcow2Layer implements Layer {
    private static final long OFFSET = 0x00ff_ffff_ffff_fe00L;
    private static final long COMPRESSED = 1L << 62;
    private static final long ZEROS = 1;
    private static final int SECTOR = 512;

    private final FileBytes bytes;
    private final Qcow2Map header;
    private final @Nullable Layer below;
    private final int cluster;

    private long unpackedAt = -1;
    private byte[] unpacked = new byte[0];

    Qcow2Layer(FileBytes bytes, Qcow2Map header, @Nullable Layer below) {
        this.bytes = bytes;
        this.header = header;
        this.below = below;
        this.cluster = 1 << header.clusterBits();
    }

    @Override
    public long size() {
        return header.size();
    }

    @Override
    public boolean isHole(long offset, int length) throws IOException {
        long end = Math.min(offset + length, size());
        for (long at = offset; at < end; at = (at / cluster + 1) * cluster) {
            if (!isHoleWithin(at, (int) (Math.min((at / cluster + 1) * cluster, end) - at))) {
                return false;
            }
        }
        return true;
    }

    private boolean isHoleWithin(long offset, int length) throws IOException {
        long entry = header.entry(bytes, offset);
        if (isAbsent(entry)) {
            return below == null || below.isHole(offset, length);
        }
        return isZeros(entry);
    }

    private static boolean isAbsent(long entry) {
        return (entry & (COMPRESSED | OFFSET | ZEROS)) == 0;
    }

    private static boolean isZeros(long entry) {
        return (entry & COMPRESSED) == 0 && (entry & ZEROS) != 0;
    }

    @Override
    public void read(long offset, byte[] to, int at, int length) throws IOException {
        int done = 0;
        while (done < length) {
            long from = offset + done;
            int n = (int) Math.min((from / cluster + 1) * cluster - from, length - done);
            readWithin(from, to, at + done, n);
            done += n;
        }
    }

    private void readWithin(long offset, byte[] to, int at, int length) throws IOException {
        long entry = offset < size() ? header.entry(bytes, offset) : ZEROS;
        if (isAbsent(entry) && below != null) {
            below.read(offset, to, at, length);
        } else if (isAbsent(entry) || isZeros(entry)) {
            Arrays.fill(to, at, at + length, (byte) 0);
        } else if ((entry & COMPRESSED) != 0) {
            System.arraycopy(unpack(entry), (int) (offset % cluster), to, at, length);
        } else {
            int n = bytes.read((entry & OFFSET) + offset % cluster, to, at, length);
            Arrays.fill(to, at + n, at + length, (byte) 0); // the file need not reach to its last cluster's end
        }
    }

    private byte[] unpack(long entry) throws IOException {
        int bits = 62 - (header.clusterBits() - 8);
        long position = entry & ((1L << bits) - 1);
        if (position != unpackedAt) {
            long sectors = (entry & ~COMPRESSED & ~(1L << 63)) >>> bits;
            byte[] packed = new byte[(int) ((sectors + 1) * SECTOR - position % SECTOR)];
            int n = bytes.read(position, packed, 0, packed.length);
            unpacked = header.zstd() ? unzstd(packed, n) : inflate(packed, n);
            unpackedAt = position;
        }
        return unpacked;
    }

    private byte[] inflate(byte[] packed, int length) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, 0, length);
            byte[] plain = new byte[cluster];
            int n = 0;
            while (n < cluster) {
                int more = inflater.inflate(plain, n, cluster - n);
                if (more == 0) {
                    throw ByteSource.cutOff();
                }
                n += more;
            }
            return plain;
        } catch (DataFormatException e) {
            throw new MalformedException("it is damaged", e);
        } finally {
            inflater.end();
        }
    }

    private byte[] unzstd(byte[] packed, int length) throws IOException {
        try (InputStream in = Compression.ZSTD.open(new ByteArrayInputStream(packed, 0, length))) {
            byte[] plain = in.readNBytes(cluster);
            if (plain.length < cluster) {
                throw ByteSource.cutOff();
            }
            return plain;
        }
    }

    @Override
    public void close() throws IOException {
        try (FileBytes own = bytes) {
            if (below != null) {
                below.close();
            }
        }
    }

    static ByteBuffer beginning(FileBytes bytes, int length) throws IOException {
        byte[] first = new byte[length];
        int n = bytes.read(0, first, 0, length);
        return ByteBuffer.wrap(first, 0, n);
    }
}
