package io.github.ingotvm.model;

import java.util.Optional;

/**
 * One drive of a machine.
 *
 * @param target the guest-side name that identifies the drive within its machine ({@code vda}, {@code sda})
 * @param device what the guest sees
 * @param source path of the image file or device on the hypervisor's host; empty for a drive with no medium
 * @param format image format ({@code qcow2}, {@code raw}, …)
 * @param readOnly whether the guest may not write
 */
public record Disk(String target, Device device, Optional<String> source, String format, boolean readOnly) {
    /** What kind of drive the guest sees. */
    public enum Device {
        DISK,
        CDROM,
        FLOPPY
    }

    /** Whether this is a disk with an image in it, written to or only read. */
    public boolean isImage() {
        return device == Device.DISK && source.isPresent();
    }

    /** Whether this drive holds state of the machine, so that snapshots and clones must carry it. */
    public boolean isWritableDisk() {
        return isImage() && !readOnly;
    }
}
