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

    /** What was known when it was fetched, should nobody say anything now. */
    Proof orFormer(Optional<String> former) {
        return source.isPresent() || former.isEmpty()
                ? this
                : new Proof(former, "It had its checksum when it was fetched; nobody could be asked again now.");
    }

    /** Whether it was compared with a checksum. */
    public boolean isChecked() {
        return source.isPresent();
    }
}
