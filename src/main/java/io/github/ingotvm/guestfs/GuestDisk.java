package io.github.ingotvm.guestfs;

/**
 * A disk to look into; it is opened read-only.
 *
 * @param path absolute
 * @param format {@code qcow2} or {@code raw}; never guessed, since a guest can make a raw disk look like another
 */
public record GuestDisk(String path, String format) {}
