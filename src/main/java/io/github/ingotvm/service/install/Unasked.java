package io.github.ingotvm.service.install;

import io.github.ingotvm.unattended.Methods;
import io.github.ingotvm.unattended.Target;
import java.util.Optional;

/**
 * What an installation without questions asks of its machine.
 *
 * @param leastDisk bytes that the disk must have under BIOS; 0 where any will do
 * @param leastDiskUefi the same under UEFI
 * @param byKernel whether the installer is started without a boot loader: by what nobody signed
 */
public record Unasked(long leastDisk, long leastDiskUefi, boolean byKernel) {
    static final Unasked NOTHING = new Unasked(0, 0, false);

    static Unasked of(Target bios, Target uefi) {
        return new Unasked(Methods.leastDisk(bios), Methods.leastDisk(uefi), Methods.startsKernel(bios));
    }

    /**
     * What is wrong with a disk, as a sentence.
     *
     * @param disk bytes
     */
    public Optional<String> problemWithDisk(boolean uefi, long disk) {
        return Methods.problemWithDisk(uefi ? leastDiskUefi : leastDisk, disk);
    }

    /** What is wrong with Secure Boot, where it is on, as a sentence. */
    public Optional<String> problemWithSecureBoot() {
        return byKernel
                ? Optional.of(
                        "With Secure Boot this system cannot be installed without questions; do without one of them.")
                : Optional.empty();
    }
}
