package io.github.ingotvm.download;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file in the folder of downloads.
 *
 * @param uri where it is from; empty for a file that somebody else put there
 * @param size bytes that it has here
 * @param whole false while it is here in part only
 * @param checksum of a whole file
 * @param source where the checksum came from that it was compared with; empty when there was none
 */
public record Held(
        Path file,
        Optional<String> uri,
        long size,
        boolean whole,
        Optional<Checksum> checksum,
        Optional<String> source,
        Instant changed) {
    public String name() {
        return String.valueOf(file.getFileName());
    }
}
