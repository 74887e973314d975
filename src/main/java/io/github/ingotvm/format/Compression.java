package io.github.ingotvm.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How a file is compressed. Told by its first bytes, never by its name. */
public enum Compression {
    NONE("", ""),
    GZIP(".gz", "\u001f\u008b\b"),
    XZ(".xz", "\u00fd7zXZ\0"),
    ZSTD(".zst", "(\u00b5/\u00fd"),
    BZIP2(".bz2", "BZh");

    private static final int BUFFER = 64 << 10;

    private final String suffix;
    private final String magic;

    Compression(String suffix, String magic) {
        this.suffix = suffix;
        this.magic = magic;
    }

    /** What files so compressed are usually called: {@code .xz}; empty for {@link #NONE}. */
    public String suffix() {
        return suffix;
    }

    public static Compression of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(8));
        }
    }

    /** @param first the first bytes of the file, eight or more where it has them */
    static Compression of(byte[] first) {
        return Arrays.stream(values())
                .filter(c -> c != NONE && c.begins(first))
                .findFirst()
                .orElse(NONE);
    }

    private boolean begins(byte[] first) {
        return new String(first, StandardCharsets.ISO_8859_1).startsWith(magic);
    }

    /**
     * The bytes within. What is damaged shows while reading, as an {@link IOException}. Closing it closes {@code compressed}.
     *
     * @throws MalformedException when it asks for more memory than is given to strangers
     */
    public InputStream open(InputStream compressed) throws IOException {
        InputStream in = new BufferedInputStream(compressed, BUFFER);
        // The libraries are only loaded for those who need them.
        return this == NONE ? in : Unpacker.open(this, in);
    }
}
