package io.github.ingotvm.model;

/**
 * A system that is installed on a disk.
 *
 * @param osId as the osinfo database spells it; empty when it does not know it
 * @param name in its own words
 * @param arch {@code x86_64}, …; empty when it was not seen
 * @param hostname or empty
 */
public record InstalledSystem(String osId, String name, String arch, String hostname) {}
