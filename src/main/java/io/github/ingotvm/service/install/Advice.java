package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.model.Firmware;
import java.util.List;

/**
 * What suits a system on a host.
 *
 * @param osId osinfo short id; empty when it is not known
 * @param name for people; empty when it is not known
 * @param memory bytes
 * @param disk bytes
 * @param lastReboot which of the installer's reboots ends the installation; 0 when not known
 * @param notes what a person should know, as sentences
 */
record Advice(
        String osId,
        String name,
        long memory,
        int cpus,
        long disk,
        Firmware firmware,
        boolean secureBoot,
        boolean tpm,
        GuestHardware hardware,
        int lastReboot,
        List<String> notes) {
    Advice {
        notes = List.copyOf(notes);
    }

    Advice withoutSecureBoot() {
        return new Advice(osId, name, memory, cpus, disk, firmware, false, tpm, hardware, lastReboot, notes);
    }
}
