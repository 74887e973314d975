package io.github.ingotvm.model;

/**
 * What something takes on the host's disk, in bytes.
 *
 * @param own the files that it alone needs, of a snapshot those that it froze
 * @param shared the files that it needs together with others
 * @param freed what its deletion would free now; 0 while something stands on it
 * @param full at most what its disks would take as full copies that depend on nothing
 */
public record SpaceUse(long own, long shared, long freed, long full) {}
