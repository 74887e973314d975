package io.github.ingotvm.libvirt.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Nic;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DomainReaderTest {
    private static DomainReader read(String name) {
        return DomainReader.of(
                new Definition(Golden.input(name)), (pool, volume) -> Optional.of("/" + pool + "/" + volume + ".img"));
    }

    @Test
    void readsAMachineOfVirtManager() {
        DomainReader domain = read("virt-manager");
        Hardware hardware = domain.hardware();

        assertThat(domain.name()).isEqualTo("debian12");
        assertThat(domain.title()).isEqualTo("Office desktop");
        assertThat(domain.mark()).isEqualTo(Mark.NONE);
        assertThat(hardware.memory()).isEqualTo(2L << 30);
        assertThat(hardware.cpus()).isEqualTo(2);
        assertThat(hardware.firmware()).isEqualTo(Firmware.BIOS);
        assertThat(hardware.acceleration()).isEqualTo(Acceleration.KVM);
        assertThat(hardware.nics()).containsExactly(new Nic("52:54:00:6b:3c:58", "virtio", "network:default"));
        assertThat(hardware.disks())
                .containsExactly(
                        new Disk(
                                "vda",
                                Disk.Device.DISK,
                                Optional.of("/var/lib/libvirt/images/debian12.qcow2"),
                                "qcow2",
                                false),
                        new Disk(
                                "sda", Disk.Device.CDROM, Optional.of("/home/u/Downloads/debian-12.iso"), "raw", true));
    }

    @Test
    void readsAMachineOfBoxesWithItsFirmwareChosenByLibvirt() {
        Hardware hardware = read("boxes").hardware();

        assertThat(hardware.memory()).isEqualTo(4L << 30);
        assertThat(hardware.firmware()).isEqualTo(Firmware.UEFI);
        assertThat(hardware.nvram()).contains("/home/u/.config/libvirt/qemu/nvram/fedora38-wor-2_VARS.fd");
        assertThat(hardware.disks().get(1).source()).isEmpty();
    }

    @Test
    void readsDisksOfEveryKindOfSource() {
        Hardware hardware = read("busy").hardware();

        assertThat(hardware.nvram()).contains("/pool/busy.fd");
        assertThat(hardware.memory()).isEqualTo(512L << 20);
        assertThat(hardware.disks())
                .extracting(d -> d.source().orElse("none"))
                .containsExactly(
                        "/pool/busy-a.qcow2", "/dev/vg/busy", "/fast/scratch.img", "rbd:pool/image", "https:/boot.iso");
        assertThat(hardware.writableDisks()).extracting(Disk::target).containsExactly("vda", "vdb", "vdc");
        assertThat(hardware.nics()).extracting(Nic::network).containsExactly("bridge:br0", "direct:eth0");
    }

    @Test
    void overlooksWhatItCannotReadInAMark() {
        String document = """
                <domain><name>x</name><metadata>
                  <i:machine xmlns:i='https://ingotvm.github.io/xmlns/ingot/1' last-version='many'>
                    <install state='dreaming'/>
                    <golden number='x' snapshot='a' promoted='y'/>
                    <golden number='4' snapshot='b' promoted='2026-11-23T06:00:00Z'><future/></golden>
                    <lineage source='nobody'/>
                  </i:machine>
                </metadata></domain>
                """;

        Mark mark = DomainReader.of(new Definition(document), VolumePaths.NONE).mark();

        assertThat(mark.golden()).hasSize(1);
        assertThat(mark.lastVersion()).isEqualTo(4);
        assertThat(mark.lineage()).isEmpty();
        assertThat(mark.install()).isEqualTo(Mark.NONE.install());
    }
}
