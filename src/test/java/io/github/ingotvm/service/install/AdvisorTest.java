package io.github.ingotvm.service.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.Chipset;
import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.hypervisor.GuestHardware.NicModel;
import io.github.ingotvm.hypervisor.GuestHardware.VideoModel;
import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.osinfo.Device;
import io.github.ingotvm.osinfo.Needs;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.OperatingSystem.Stage;
import io.github.ingotvm.osinfo.OsLibrary;
import io.github.ingotvm.service.work.Resources;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdvisorTest {
    private static final long GIB = Resources.GIB;
    private static final Set<Capability> ALL = EnumSet.allOf(Capability.class);
    private static final OsLibrary LIBRARY = OsLibrary.builtIn();

    private static Host.Facts host(long memory, Set<Capability> capabilities) {
        return new Host.Facts("", "x86_64", 8, memory, Acceleration.TCG, "", true, capabilities);
    }

    private static Advice advice(String id, long memory, Set<Capability> capabilities) {
        return new Advisor(host(memory, capabilities), LocalDate.of(2026, 1, 1))
                .of(LIBRARY.find(id).orElseThrow());
    }

    private static OperatingSystem system(String family, int year, Device... devices) {
        return new OperatingSystem(
                "http://example.org/x",
                "x",
                List.of(),
                "X",
                "1",
                family,
                "x",
                "",
                Optional.of(LocalDate.of(year, 1, 1)),
                Optional.empty(),
                Stage.RELEASED,
                List.of(),
                Set.of(devices),
                List.of(),
                List.of(),
                List.of());
    }

    private static GuestHardware hardware(String family, int year, Device... devices) {
        return HardwareChoice.of(system(family, year, devices));
    }

    @Test
    void windows11GetsUefiSecureBootAndATpmWhereTheHostHasThem() {
        Advice advice = advice("win11", 64 * GIB, ALL);
        assertThat(advice.firmware()).isEqualTo(Firmware.UEFI);
        assertThat(advice.secureBoot()).isTrue();
        assertThat(advice.tpm()).isTrue();
        assertThat(advice.hardware().disks()).isEqualTo(DiskBus.SATA);
        assertThat(advice.hardware().cards()).containsExactly(NicModel.E1000E);
        assertThat(advice.hardware().localTime()).isTrue();
        assertThat(advice.lastReboot()).isEqualTo(2);
        assertThat(advice.notes()).isEmpty();
    }

    @Test
    void aSentenceSaysWhatWindows11WillMiss() {
        Advice none = advice("win11", 64 * GIB, Set.of());
        assertThat(none.firmware()).isEqualTo(Firmware.BIOS);
        assertThat(none.tpm()).isFalse();
        assertThat(none.notes())
                .anyMatch(n -> n.contains("UEFI") && n.contains("ovmf"))
                .anyMatch(n -> n.contains("Secure Boot"))
                .anyMatch(n -> n.contains("TPM 2.0") && n.contains("swtpm"));
        Advice withoutTpm = advice("win11", 64 * GIB, Set.of(Capability.UEFI, Capability.SECURE_BOOT));
        assertThat(withoutTpm.secureBoot()).isTrue();
        assertThat(withoutTpm.notes()).hasSize(1).first().asString().contains("TPM");
    }

    @Test
    void aLinuxOfTodayGetsVirtio() {
        Advice advice = advice("debian12", 64 * GIB, ALL);
        assertThat(advice.firmware()).isEqualTo(Firmware.BIOS);
        assertThat(advice.secureBoot()).isFalse();
        assertThat(advice.tpm()).isFalse();
        assertThat(advice.memory()).isEqualTo(2 * GIB);
        assertThat(advice.disk()).isEqualTo(20 * GIB);
        assertThat(advice.hardware().disks()).isEqualTo(DiskBus.VIRTIO);
        assertThat(advice.hardware().cards()).containsExactly(NicModel.VIRTIO);
        assertThat(advice.hardware().video()).isEqualTo(VideoModel.VIRTIO);
        assertThat(advice.notes()).isEmpty();
    }

    @Test
    void freeBsdHasNoDriverForVirtioGraphics() {
        GuestHardware hardware = advice("freebsd14.3", 64 * GIB, ALL).hardware();
        assertThat(hardware.disks()).isEqualTo(DiskBus.VIRTIO);
        assertThat(hardware.video()).isEqualTo(VideoModel.VGA);
    }

    @Test
    void memoryIsCappedByTheHostAndThatIsSaid() {
        Advice capped = advice("ubuntu24.04", 7 * GIB, ALL);
        assertThat(capped.memory()).isEqualTo(7 * GIB / 2);
        assertThat(capped.notes()).anyMatch(n -> n.contains("4 GiB") && n.contains("3.5 GiB"));
        Advice tooSmall = advice("win11", 4 * GIB, ALL);
        assertThat(tooSmall.memory()).isEqualTo(2 * GIB);
        assertThat(tooSmall.notes()).anyMatch(n -> n.contains("at least 4 GiB"));
    }

    @Test
    void aSystemWithoutUpdatesIsNamed() {
        assertThat(advice("ubuntu22.10", 64 * GIB, ALL).notes()).anyMatch(n -> n.contains("no updates since 2023"));
    }

    @Test
    void whatIsOldGetsWhatWasThereThen() {
        GuestHardware xp = hardware("winnt", 2001, Device.E1000, Device.AC97, Device.VGA);
        assertThat(xp.chipset()).isEqualTo(Chipset.PC);
        assertThat(xp.disks()).isEqualTo(DiskBus.IDE);
        assertThat(xp.cards()).containsExactly(NicModel.E1000);
        assertThat(xp.sound()).isEqualTo(GuestHardware.Sound.AC97);
        assertThat(xp.usb3()).isFalse();
        assertThat(hardware("linux", 1999).cards()).containsExactly(NicModel.RTL8139);
        assertThat(hardware("winnt", 2009, Device.E1000, Device.Q35).chipset()).isEqualTo(Chipset.MODERN);
    }

    @Test
    void aSystemOfTodayOfWhichNothingIsKnownGetsVirtioUnlessItIsWindows() {
        assertThat(hardware("linux", 2020).disks()).isEqualTo(DiskBus.VIRTIO);
        assertThat(hardware("winnt", 2020).disks()).isEqualTo(DiskBus.SATA);
    }

    @Test
    void whereOnlyTheLeastIsKnownMoreIsProposed() {
        OperatingSystem os = system("linux", 2020);
        OperatingSystem lean = new OperatingSystem(
                os.id(),
                os.shortId(),
                os.aliases(),
                os.name(),
                os.version(),
                os.family(),
                os.distro(),
                os.codename(),
                os.released(),
                os.endOfLife(),
                os.stage(),
                List.of(new Needs("all", 0, GIB, 0, 0, 10 * GIB, 0, 4)),
                os.devices(),
                os.firmware(),
                os.media(),
                os.images());
        Advice advice = new Advisor(host(64 * GIB, ALL), LocalDate.of(2026, 1, 1)).of(lean);
        assertThat(advice.memory()).isEqualTo(2 * GIB);
        assertThat(advice.disk()).isEqualTo(15 * GIB);
        assertThat(advice.cpus()).isEqualTo(4);
    }

    @Test
    void notAPcHasUefi() {
        Host.Facts arm = new Host.Facts("", "aarch64", 8, 8 * GIB, Acceleration.TCG, "", true, ALL);
        assertThat(new Advisor(arm, LocalDate.of(2026, 1, 1)).unknown().firmware())
                .isEqualTo(Firmware.UEFI);
    }
}
