package io.github.ingotvm.service.work;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;

/** Makes what must be unique. Tests give a seeded {@link Random}. */
public final class Ids {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TOKEN_LENGTH = 12;

    private final Random random;

    public Ids(Random random) {
        this.random = random;
    }

    public static Ids secure() {
        return new Ids(new SecureRandom());
    }

    /** A version 4 UUID. */
    public UUID uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(high, low);
    }

    /** Twelve letters and digits, 60 random bits: the unique part of the names of volumes and snapshots. */
    public String token() {
        StringBuilder token = new StringBuilder(TOKEN_LENGTH);
        for (int i = 0; i < TOKEN_LENGTH; i++) {
            token.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return token.toString();
    }

    /** A hardware address in QEMU's range 52:54:00. */
    public String mac() {
        return String.format("52:54:00:%02x:%02x:%02x", random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
