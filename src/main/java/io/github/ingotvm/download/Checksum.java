package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What the content of a file hashes to.
 *
 * @param hex in small letters
 */
public record Checksum(Algorithm algorithm, String hex) {
    /** Those that still prove something. */
    public enum Algorithm {
        SHA256("SHA-256", 64),
        SHA512("SHA-512", 128);

        private final String javaName;
        private final int digits;

        Algorithm(String javaName, int digits) {
            this.javaName = javaName;
            this.digits = digits;
        }

        /** As {@code MessageDigest} and people call it. */
        public String javaName() {
            return javaName;
        }
    }

    public Checksum {
        hex = hex.toLowerCase(Locale.ROOT);
        if (hex.length() != algorithm.digits || !hex.matches("[0-9a-f]+")) {
            throw new IngotException(
                    Kind.INVALID,
                    "A " + algorithm.javaName + " checksum has " + algorithm.digits + " hexadecimal digits; check it.");
        }
    }

    static Checksum of(Algorithm algorithm, byte[] digest) {
        return new Checksum(algorithm, HexFormat.of().formatHex(digest));
    }

    /**
     * Reads {@code sha256:…}, {@code sha512:…}, or the digits alone.
     *
     * @throws IngotException {@code INVALID} for anything else
     */
    public static Checksum parse(String text) {
        String plain = text.strip();
        for (Algorithm algorithm : Algorithm.values()) {
            String prefix = algorithm.name().toLowerCase(Locale.ROOT) + ":";
            if (plain.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                return new Checksum(algorithm, plain.substring(prefix.length()));
            }
        }
        return ofHex(plain)
                .orElseThrow(() -> new IngotException(
                        Kind.INVALID, "\"" + text + "\" is no checksum; write it as sha256:… or sha512:…"));
    }

    /** By the number of its digits. */
    static Optional<Checksum> ofHex(String text) {
        for (Algorithm algorithm : Algorithm.values()) {
            if (text.length() == algorithm.digits && text.matches("[0-9a-fA-F]+")) {
                return Optional.of(new Checksum(algorithm, text));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return algorithm.name().toLowerCase(Locale.ROOT) + ":" + hex;
    }
}
