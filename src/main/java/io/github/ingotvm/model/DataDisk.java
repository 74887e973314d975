package io.github.ingotvm.model;

/**
 * A disk of a machine or golden image that is not the system's.
 *
 * @param disk as the machine has it
 * @param capacity what the guest sees, in bytes; 0 when its file is in no storage pool
 * @param allocation bytes on the host's disk of the topmost file
 * @param role how clones of the golden image receive it
 */
public record DataDisk(Disk disk, long capacity, long allocation, DiskRole role) {}
