package io.github.ingotvm.download;

import java.util.Optional;

/**
 * What is known about a fetched file being the publisher's.
 *
 * @param source where the checksum came from that it was compared with: an address, or {@link #USER}; empty when there was none
 * @param note in words, for people: a sentence
 */
public record Proof(Optional<String> source, String note) {
    /** The user gave the checksum. */
    public static final String USER = "user";

    /** Whether it was compared with a checksum. */
    public boolean isChecked() {
        return source.isPresent();
    }
}
