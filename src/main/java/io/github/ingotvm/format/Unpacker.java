package io.github.ingotvm.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** Opens what is compressed. */
final class Unpacker {
    /** Enough for {@code xz -9}, which needs 65 MiB; a file may ask for gigabytes. */
    private static final int XZ_MEMORY_KIB = 256 << 10;

    private Unpacker() {}

    static InputStream open(Compression compression, InputStream in) throws IOException {
        try {
            return switch (compression) {
                case NONE -> in;
                case GZIP ->
                    GzipCompressorInputStream.builder()
                            .setInputStream(in)
                            .setDecompressConcatenated(true)
                            .get();
                case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
                case ZSTD -> new ZstdInputStream(in);
                case BZIP2 -> new BZip2CompressorInputStream(in, true);
            };
        } catch (MemoryLimitException e) {
            throw new MalformedException("it needs too much memory to be unpacked", e);
        }
    }
}
