package io.github.ingotvm.service;

import io.github.ingotvm.osinfo.Device;
import io.github.ingotvm.osinfo.Needs;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.Recognition;

/**
 * What suits a system.
 *
 * @param osId osinfo short id; empty when it is not known
 * @param name for people; empty when it is not known
 * @param memory bytes
 * @param disk bytes
 * @param legacyDevices whether it lacks virtio drivers
 * @param lastReboot which reboot ends the installation; 0 when not known
 */
record OsAdvice(String osId, String name, long memory, int cpus, long disk, boolean legacyDevices, int lastReboot) {
    /** What a system gets that nobody knows. */
    static final OsAdvice NONE = new OsAdvice("", "", 2 * Resources.GIB, 2, 20 * Resources.GIB, false, 0);

    private static final String ARCH = "x86_64";

    static OsAdvice of(Recognition found) {
        OsAdvice os = of(found.os());
        return new OsAdvice(
                os.osId,
                found.name(),
                os.memory,
                os.cpus,
                os.disk,
                os.legacyDevices,
                found.medium().reboots());
    }

    static OsAdvice of(OperatingSystem os) {
        Needs needs = os.needs(ARCH);
        return new OsAdvice(
                os.shortId(),
                os.name(),
                pleasant(needs.memory(), Math.max(needs.leastMemory(), needs.installMemory()), NONE.memory),
                Math.max(NONE.cpus, Math.max(needs.cpus(), needs.leastCpus())),
                pleasant(needs.disk(), needs.leastDisk(), NONE.disk),
                !os.devices().isEmpty() && !os.devices().contains(Device.VIRTIO_BLOCK),
                0);
    }

    private static long pleasant(long recommended, long least, long unknown) {
        return recommended == 0 && least == 0 ? unknown : Math.max(recommended, least);
    }
}
