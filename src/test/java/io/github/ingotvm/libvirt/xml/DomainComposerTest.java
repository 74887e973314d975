package io.github.ingotvm.libvirt.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.Chipset;
import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.hypervisor.GuestHardware.NicModel;
import io.github.ingotvm.hypervisor.GuestHardware.Sound;
import io.github.ingotvm.hypervisor.GuestHardware.VideoModel;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.Makeup;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DomainComposerTest {
    private static final MachineId ID = MachineId.of("6d2cf1a4-4f11-4d38-8d4a-8d6bb0d1f6f2");
    private static final HostDevices FULL = new HostDevices(
            "x86_64",
            "q35",
            Optional.of("/usr/share/OVMF/OVMF_CODE_4M.fd"),
            true,
            true,
            true,
            true,
            Optional.of("virbr0"));
    private static final HostDevices POOR =
            new HostDevices("x86_64", "q35", Optional.empty(), false, false, false, false, Optional.empty());
    private static final String HOSTILE =
            "\"Ω\" <&> 'ß' 日本語 🙂 ../a/b ".repeat(8).substring(0, 200);

    private static MachineSpec spec(
            String title, Firmware firmware, Acceleration acceleration, boolean legacy, String... disks) {
        return new MachineSpec(
                ID,
                "web",
                title,
                2L << 30,
                2,
                firmware == Firmware.UEFI ? MachineSpec.Boot.uefi("/pool/web & co.fd") : MachineSpec.Boot.BIOS,
                acceleration,
                List.of(disks),
                List.of("/iso/" + HOSTILE + ".iso"),
                legacy ? GuestHardware.WITHOUT_VIRTIO : GuestHardware.MODERN,
                OnReboot.DESTROY,
                Mark.NONE.with(new Install(Install.State.INSTALLING, 0, 2, true)));
    }

    @Test
    void composesForEmulationWithBios() {
        Golden.assertMatches(
                "compose-bios-tcg",
                DomainComposer.compose(spec("", Firmware.BIOS, Acceleration.TCG, false, "/pool/web.qcow2"), POOR));
    }

    @Test
    void composesForKvmWithUefiAndAHostileTitle() {
        Golden.assertMatches(
                "compose-uefi-kvm",
                DomainComposer.compose(
                        spec(HOSTILE, Firmware.UEFI, Acceleration.KVM, false, "/pool/a.qcow2", "/pool/b'c.qcow2"),
                        FULL));
    }

    @Test
    void composesWithOldDevices() {
        Golden.assertMatches(
                "compose-legacy",
                DomainComposer.compose(
                        spec("Old", Firmware.BIOS, Acceleration.TCG, true, "/pool/a.qcow2", "/pool/b.qcow2"), FULL));
    }

    private static MachineSpec windows(Acceleration acceleration, GuestHardware hardware, MachineSpec.Boot boot) {
        return new MachineSpec(
                ID,
                "win",
                "",
                8L << 30,
                4,
                boot,
                acceleration,
                List.of("/pool/win.qcow2"),
                List.of("/iso/win11.iso", "/iso/virtio-win.iso"),
                hardware,
                OnReboot.DESTROY,
                Mark.NONE);
    }

    @Test
    void composesForWindowsWithSecureBootAndTpm() {
        GuestHardware hardware = new GuestHardware(
                Chipset.MODERN, DiskBus.SATA, List.of(NicModel.E1000E), VideoModel.VGA, Sound.ICH9, true, true);
        MachineSpec.Boot boot = new MachineSpec.Boot(Firmware.UEFI, Optional.of("/pool/win.fd"), true, true);
        Golden.assertMatches(
                "compose-windows-kvm", DomainComposer.compose(windows(Acceleration.KVM, hardware, boot), FULL));
    }

    @Test
    void composesForASystemOfThePreviousMillennium() {
        GuestHardware hardware = new GuestHardware(
                Chipset.PC, DiskBus.IDE, List.of(NicModel.NE2000), VideoModel.CIRRUS, Sound.ES1370, false, true);
        Golden.assertMatches(
                "compose-ancient",
                DomainComposer.compose(windows(Acceleration.TCG, hardware, MachineSpec.Boot.BIOS), FULL));
    }

    @Test
    void refusesSecureBootAndATpmWhereThereAreNone() {
        for (MachineSpec.Boot boot : List.of(
                new MachineSpec.Boot(Firmware.UEFI, Optional.of("/pool/win.fd"), true, false),
                new MachineSpec.Boot(Firmware.BIOS, Optional.empty(), false, true))) {
            assertThatExceptionOfType(HypervisorException.class)
                    .isThrownBy(() ->
                            DomainComposer.compose(windows(Acceleration.TCG, GuestHardware.WITHOUT_VIRTIO, boot), POOR))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED));
        }
    }

    @Test
    void readsBackWhatItComposed() {
        MachineSpec spec = spec(HOSTILE, Firmware.UEFI, Acceleration.KVM, false, "/pool/" + HOSTILE + ".qcow2");

        DomainReader domain = DomainReader.of(new Definition(DomainComposer.compose(spec, FULL)), VolumePaths.NONE);

        assertThat(domain.title()).isEqualTo(HOSTILE);
        assertThat(domain.mark()).isEqualTo(spec.mark());
        assertThat(domain.hardware().nvram()).isEqualTo(spec.boot().nvram());
        assertThat(domain.hardware().writableDisks())
                .extracting(d -> d.source().orElseThrow())
                .containsExactly("/pool/" + HOSTILE + ".qcow2");
    }

    @Test
    void tellsWhatItWasAskedFor() {
        GuestHardware ancient = new GuestHardware(
                Chipset.PC, DiskBus.IDE, List.of(NicModel.NE2000), VideoModel.CIRRUS, Sound.ES1370, false, true);
        MachineSpec.Boot secure = new MachineSpec.Boot(Firmware.UEFI, Optional.of("/pool/win.fd"), true, true);
        for (GuestHardware hardware : List.of(GuestHardware.MODERN, GuestHardware.WITHOUT_VIRTIO, ancient)) {
            for (MachineSpec.Boot boot : List.of(MachineSpec.Boot.BIOS, secure)) {
                String composed = DomainComposer.compose(windows(Acceleration.KVM, hardware, boot), FULL);

                assertThat(MakeupReader.read(new Definition(composed)))
                        .isEqualTo(new Makeup(hardware, boot.secureBoot()));
            }
        }
    }

    @Test
    void refusesUefiWhereThereIsNone() {
        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(() -> DomainComposer.compose(spec("", Firmware.UEFI, Acceleration.TCG, false, "/d"), POOR))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED));
    }
}
