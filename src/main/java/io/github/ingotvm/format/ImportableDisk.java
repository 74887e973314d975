package io.github.ingotvm.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;

/**
 * A disk in a file of any format, plain or compressed, that becomes a qcow2 image. It is read twice: once to know what is in it, and once
 * to hand it out; never by anything but this package.
 */
public final class ImportableDisk implements Closeable {
    private static final int HEADER = 72 << 10;

    private final ByteSource source;
    private final Compression compression;
    private final DiskFormat format;

    private ImportableDisk(ByteSource source, Compression compression, DiskFormat format) {
        this.source = source;
        this.compression = compression;
        this.format = format;
    }

    /** A qcow2 image that can be had. */
    public interface Image {
        /** Bytes of the image. */
        long length();

        /** Bytes that the guest sees. */
        long size();

        /** The image itself, from its beginning. Can be opened once. */
        InputStream open() throws IOException;
    }

    private record Made(long length, long size, Opener opener) implements Image {
        @Override
        public InputStream open() throws IOException {
            return opener.open();
        }
    }

    private interface Opener {
        InputStream open() throws IOException;
    }

    /** Looks at a file. {@link MalformedException} when it cannot be taken, saying why. */
    public static ImportableDisk open(Path file) throws IOException {
        ByteSource source = ByteSource.of(file);
        try {
            return of(source, String.valueOf(file.getFileName()));
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The same of bytes within a file. */
    static ImportableDisk of(ByteSource source, String name) throws IOException {
        Compression compression = Compression.of(beginning(source.stream(), 8));
        DiskFormat format = compression == Compression.NONE
                ? DiskImage.read(source, name).format()
                : packed(compression, source, name);
        return new ImportableDisk(source, compression, format);
    }

    private static byte[] beginning(InputStream in, int length) throws IOException {
        try (in) {
            return in.readNBytes(length);
        }
    }

    private static DiskFormat packed(Compression compression, ByteSource source, String name) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(beginning(compression.open(source.stream()), HEADER));
        if (header.limit() < 512) {
            throw new MalformedException("it is too small to be a disk image");
        }
        if (header.getInt(0) == Qcow2Header.MAGIC) {
            Qcow2Header.read(header, Limits.DISK); // how long it is shows later; what it names shows now
            return DiskFormat.QCOW2;
        }
        ByteBuffer little = header.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        boolean other = little.getInt(0) == VmdkReader.MAGIC
                || little.getInt(VdiReader.MAGIC_AT) == VdiReader.MAGIC
                || little.getLong(0) == VhdxReader.MAGIC
                || header.getLong(0) == VhdReader.MAGIC;
        if (other) {
            throw new MalformedException("of compressed images only raw and qcow2 can be imported; unpack it first");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(compression.suffix())
                ? lower.substring(0, lower.length() - compression.suffix().length())
                : lower;
        DiskImage.requireRaw(header, plain);
        return DiskFormat.RAW;
    }

    public DiskFormat format() {
        return format;
    }

    /** Whether the file itself can be a disk's layer: it is not packed, and QEMU can stand on its format without risk. */
    public boolean isUsableInPlace() {
        return compression == Compression.NONE && (format == DiskFormat.QCOW2 || format == DiskFormat.RAW);
    }

    /** How long its image will be, where that is told before the disk is read: when it is stored as it is. */
    public OptionalLong length() {
        return compression == Compression.NONE && format == DiskFormat.QCOW2
                ? OptionalLong.of(source.size())
                : OptionalLong.empty();
    }

    /** Bytes that the guest sees, where that is told without unpacking it. */
    public OptionalLong size() throws IOException {
        return compression == Compression.NONE
                ? OptionalLong.of(DiskImage.read(source, "disk.raw").size())
                : OptionalLong.empty();
    }

    /**
     * Reads the disk to know what is in it.
     *
     * @param progress is told how much of that is done, 0 to 1, and may throw
     */
    public Image prepare(DoubleConsumer progress) throws IOException {
        if (compression != Compression.NONE) {
            return format == DiskFormat.QCOW2 ? packedQcow2(progress) : packedRaw(progress);
        }
        DiskImage image = DiskImage.read(source, "disk.raw");
        if (format == DiskFormat.QCOW2) {
            return new Made(source.size(), image.size(), source::stream);
        }
        DiskReader first = image.open();
        DataMap map = DataMap.of(first, seen -> progress.accept((double) seen / first.size()));
        DiskReader second = image.open();
        return made(map, () -> new Qcow2Stream(second, map));
    }

    /**
     * The {@linkplain ContentDigest digest of what a guest would see}; empty for a packed image.
     *
     * @param progress is told how much of that is done, 0 to 1, and may throw
     */
    public Optional<String> content(DoubleConsumer progress) throws IOException {
        if (compression != Compression.NONE) {
            return Optional.empty();
        }
        if (format == DiskFormat.QCOW2) { // its header was found to name no other file
            try (DiskChain disk = DiskChain.open("image", "qcow2", path -> source.bytes())) {
                return Optional.of(digest(disk, progress));
            }
        }
        return Optional.of(digest(DiskImage.read(source, "disk.raw").open(), progress));
    }

    private static String digest(DiskReader disk, DoubleConsumer progress) throws IOException {
        return ContentDigest.of(disk, at -> progress.accept((double) at / disk.size()));
    }

    private static Image made(DataMap map, Opener opener) {
        long length = new Qcow2Stream(new SequentialReader(InputStream.nullInputStream(), map.size()), map).length();
        return new Made(length, map.size(), opener);
    }

    private Image packedRaw(DoubleConsumer progress) throws IOException {
        try (Counted in = unpack(progress)) {
            DataMap map = DataMap.of(in, seen -> {});
            return made(map, () -> {
                InputStream again = compression.open(source.stream());
                return new Qcow2Stream(new SequentialReader(again, map.size()), map);
            });
        }
    }

    private Image packedQcow2(DoubleConsumer progress) throws IOException {
        try (Counted in = unpack(progress)) {
            byte[] first = in.readNBytes(HEADER);
            long length = first.length + in.transferTo(java.io.OutputStream.nullOutputStream());
            Qcow2Header header = Qcow2Header.read(ByteBuffer.wrap(first), length);
            return new Made(Limits.disk(length), header.size(), () -> compression.open(source.stream()));
        }
    }

    /** Tells the progress by how much of the packed bytes was taken. */
    private Counted unpack(DoubleConsumer progress) throws IOException {
        long[] taken = {0};
        InputStream packed = new java.io.FilterInputStream(source.stream()) {
            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                int n = super.read(to, offset, length);
                taken[0] += Math.max(n, 0);
                return n;
            }
        };
        return new Counted(
                compression.open(packed), () -> progress.accept(Math.min(1, (double) taken[0] / source.size())));
    }

    /** Calls something now and then while it is read, and stops where it grows without end. */
    private static final class Counted extends java.io.FilterInputStream {
        private final Runnable each;
        private long total;

        Counted(InputStream in, Runnable each) {
            super(in);
            this.each = each;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            each.run();
            int n = super.read(to, offset, length);
            total += Math.max(n, 0);
            Limits.disk(Math.max(1, total));
            return n;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
