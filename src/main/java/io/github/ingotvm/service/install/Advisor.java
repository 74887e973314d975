package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.osinfo.InstallMedium;
import io.github.ingotvm.osinfo.Needs;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.Recognition;
import io.github.ingotvm.service.work.Resources;
import io.github.ingotvm.service.work.Sizes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What suits a system on this host: what its makers ask for, as far as the host has it, and a sentence where it has not. */
final class Advisor {
    private static final long UNKNOWN_MEMORY = 2 * Resources.GIB;
    private static final long UNKNOWN_DISK = 20 * Resources.GIB;
    private static final int UNKNOWN_CPUS = 2;
    private static final LocalDate SMALL_MACHINES = LocalDate.of(2001, 1, 1);
    private static final String BIOS = "bios";

    private final Host.Facts host;
    private final LocalDate today;

    Advisor(Host.Facts host, LocalDate today) {
        this.host = host;
        this.today = today;
    }

    /** For a system that nobody knows. */
    Advice unknown() {
        return new Advice(
                "",
                "",
                within(UNKNOWN_MEMORY),
                Math.min(UNKNOWN_CPUS, host.cpus()),
                UNKNOWN_DISK,
                defaultFirmware(),
                false,
                false,
                GuestHardware.MODERN,
                0,
                List.of());
    }

    Advice of(Recognition found) {
        return advise(found.os(), found.name(), found.medium().reboots());
    }

    Advice of(OperatingSystem os) {
        int reboots = os.media().stream().mapToInt(InstallMedium::reboots).max().orElse(0);
        return advise(os, os.name(), reboots);
    }

    private Advice advise(OperatingSystem os, String name, int reboots) {
        List<String> notes = new ArrayList<>();
        Needs needs = os.needs(host.arch());
        boolean demands = demandsSecurity(os);
        Firmware firmware = firmware(os, notes);
        boolean uefi = firmware == Firmware.UEFI;
        boolean secureBoot = demands && uefi && has(Capability.SECURE_BOOT);
        boolean tpm = demands && has(Capability.TPM);
        if (demands && !secureBoot) {
            notes.add(
                    os.name() + " asks for Secure Boot, which this host has no firmware for; its installer may refuse."
                            + " Install the package ovmf (Debian, Ubuntu) or edk2-ovmf (Fedora).");
        }
        if (demands && !tpm) {
            notes.add(os.name() + " asks for a TPM 2.0, which this host lacks; its installer may refuse."
                    + " Install the packages swtpm and swtpm-tools.");
        }
        os.endOfLife()
                .filter(end -> end.isBefore(today))
                .ifPresent(end -> notes.add(os.name() + " gets no updates since " + end + "."));
        return new Advice(
                os.shortId(),
                name,
                memory(os, needs, notes),
                Math.min(Math.max(UNKNOWN_CPUS, Math.max(needs.cpus(), needs.leastCpus())), host.cpus()),
                disk(os, needs),
                firmware,
                secureBoot,
                tpm,
                HardwareChoice.of(os),
                reboots,
                notes);
    }

    /** Windows 11 is the one that does not install without. */
    private static boolean demandsSecurity(OperatingSystem os) {
        return os.shortId().startsWith("win11");
    }

    private Firmware firmware(OperatingSystem os, List<String> notes) {
        boolean needsUefi = os.boots(host.arch(), BIOS).filter(boots -> !boots).isPresent();
        if (needsUefi && !has(Capability.UEFI)) {
            notes.add(os.name() + " starts with UEFI alone, which this host has no firmware for."
                    + " Install the package ovmf (Debian, Ubuntu) or edk2-ovmf (Fedora).");
        }
        return needsUefi && has(Capability.UEFI) ? Firmware.UEFI : defaultFirmware();
    }

    /** There is no BIOS but on PCs. */
    private Firmware defaultFirmware() {
        return host.arch().equals("x86_64") ? Firmware.BIOS : Firmware.UEFI;
    }

    private boolean has(Capability capability) {
        return host.capabilities().contains(capability);
    }

    private long memory(OperatingSystem os, Needs needs, List<String> notes) {
        long least = Math.max(needs.leastMemory(), needs.installMemory());
        long wanted = Math.max(needs.memory() > 0 ? needs.memory() : 2 * needs.leastMemory(), least);
        if (wanted == 0) {
            wanted = isSmall(os) ? UNKNOWN_MEMORY / 8 : UNKNOWN_MEMORY;
        }
        long given = within(wanted);
        if (given < least) {
            notes.add(os.name() + " needs at least " + Sizes.words(least) + " of memory; this host has "
                    + Sizes.words(host.memory()) + " for all.");
        } else if (given < wanted) {
            notes.add(os.name() + " likes " + Sizes.words(wanted) + " of memory; half of what this host has is "
                    + Sizes.words(given) + ".");
        }
        return given;
    }

    /** Half of the host's memory stays with the host. */
    private long within(long wanted) {
        long half = Math.max(host.memory() / 2, 64 * Resources.MIB);
        return Math.min(wanted, half / Resources.MIB * Resources.MIB);
    }

    private static long disk(OperatingSystem os, Needs needs) {
        long wanted = needs.disk() > 0 ? needs.disk() : needs.leastDisk() + needs.leastDisk() / 2;
        if (wanted == 0) {
            return isSmall(os) ? UNKNOWN_DISK / 10 : UNKNOWN_DISK;
        }
        return Math.max(wanted, needs.leastDisk());
    }

    private static boolean isSmall(OperatingSystem os) {
        return os.released().filter(date -> date.isBefore(SMALL_MACHINES)).isPresent();
    }
}
