package io.github.ingotvm.model;

/**
 * A data disk that a new machine shall have: empty, and taking space only as it is filled.
 *
 * @param size bytes
 * @param role how clones will receive it, once the machine has a golden image
 */
public record NewDisk(long size, DiskRole role) {}
