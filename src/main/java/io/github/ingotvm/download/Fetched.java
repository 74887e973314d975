package io.github.ingotvm.download;

import java.nio.file.Path;

/**
 * A file that was asked for and is here.
 *
 * @param fresh whether it was fetched now; else it was here already
 * @param checksum what it hashes to
 */
public record Fetched(Path file, long size, boolean fresh, Checksum checksum, Proof proof) {}
