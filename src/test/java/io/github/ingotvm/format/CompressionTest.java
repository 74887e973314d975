package io.github.ingotvm.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressionTest {
    private static final byte[] PLAIN = plain();

    private static byte[] plain() {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        Arrays.fill(bytes, 100_000, 200_000, (byte) 0);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void isToldByTheFirstBytesAndUnpacked(Compression compression) throws IOException {
        byte[] packed = pack(compression, PLAIN);
        assertThat(Compression.of(packed)).isEqualTo(compression);
        assertThat(unpack(compression, packed)).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void severalStreamsInOneFileAreOne(Compression compression) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(pack(compression, PLAIN));
        both.write(pack(compression, new byte[] {1, 2, 3}));
        assertThat(unpack(compression, both.toByteArray()))
                .hasSize(PLAIN.length + 3)
                .endsWith(1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatIsCutOffOrDamagedIsAnError(Compression compression) throws IOException {
        byte[] packed = pack(compression, PLAIN);
        assertThatIOException()
                .isThrownBy(() -> unpack(compression, Arrays.copyOf(packed, packed.length - packed.length / 3)));
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, packed.length / 2, packed.length / 2 + 64, (byte) 0x5a);
        assertThatIOException().isThrownBy(() -> unpack(compression, damaged));
    }

    @Test
    void aFileThatWantsGigabytesOfMemoryIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LZMA2Options options = new LZMA2Options(0);
        try (OutputStream xz = new XZOutputStream(out, options)) {
            xz.write(1);
        }
        byte[] file = out.toByteArray();
        // The dictionary's size in the block header (the filter's one byte of properties), and the CRC over the header.
        file[16] = 40;
        CRC32 crc = new CRC32();
        int size = (file[12] + 1) * 4;
        crc.update(file, 12, size - 4);
        for (int i = 0; i < 4; i++) {
            file[12 + size - 4 + i] = (byte) (crc.getValue() >>> (8 * i));
        }
        assertThatIOException().isThrownBy(() -> unpack(Compression.XZ, file));
    }

    private static byte[] unpack(Compression compression, byte[] packed) throws IOException {
        try (var in = compression.open(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    static byte[] pack(Compression compression, byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = switch (compression) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out);
            case XZ -> new XZOutputStream(out, new LZMA2Options(0));
            case ZSTD -> new ZstdOutputStream(out).setChecksum(true); // as the zstd command does
            case BZIP2 -> new BZip2CompressorOutputStream(out, 1);
        }) {
            packed.write(plain);
        }
        return out.toByteArray();
    }
}
