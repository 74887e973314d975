package io.github.ingotvm.download;

import io.github.ingotvm.download.Checksum.Algorithm;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of what is on the disk. */
final class Digests {
    private static final int PIECE = 1 << 20;

    private Digests() {}

    static MessageDigest of(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.javaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-2", e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        return of(Algorithm.SHA256).digest(bytes);
    }

    /** What the file on the disk hashes to; it is that which will be used, not what came over the network. */
    static Checksum of(Path file, Algorithm algorithm, Progress progress) throws IOException {
        MessageDigest digest = of(algorithm);
        long size = Math.max(1, Files.size(file));
        long done = 0;
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                progress.check();
                digest.update(piece, 0, n);
                done += n;
                progress.report(Math.min(1, (double) done / size), "Comparing the checksum");
            }
        }
        return Checksum.of(algorithm, digest.digest());
    }
}
