package io.github.ingotvm.libvirt.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.FileLook;
import io.github.ingotvm.model.Volume;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StorageXmlTest {
    @Test
    void readsAVolume() {
        Volume volume = VolumeXml.read("""
                <volume type='file'>
                  <name>a &amp; b.qcow2</name>
                  <capacity unit='GiB'>1</capacity>
                  <allocation unit='bytes'>200704</allocation>
                  <physical unit='bytes'>196616</physical>
                  <target>
                    <path>/pool/a &amp; b.qcow2</path>
                    <format type='qcow2'/>
                    <timestamps><atime>1.5</atime><mtime>1795415006.545179371</mtime></timestamps>
                  </target>
                  <backingStore>
                    <path>/pool/base.qcow2</path>
                    <format type='qcow2'/>
                  </backingStore>
                </volume>
                """, "ingot");

        assertThat(volume)
                .isEqualTo(new Volume(
                        "/pool/a & b.qcow2",
                        "a & b.qcow2",
                        "ingot",
                        "qcow2",
                        1L << 30,
                        200704,
                        Optional.of("/pool/base.qcow2"),
                        new FileLook("1795415006.545179371", OptionalLong.of(196_616), Optional.empty())));
    }

    @Test
    void asksForAnOverlayWithoutACapacity() {
        Golden.assertMatches("volume-overlay", VolumeXml.overlay("<new>.qcow2", "/pool/a & b.qcow2", "qcow2"));
    }

    @Test
    void prefersAPlainFirmwareOfTheNewerSizeWithoutSecureBoot() {
        DomainCapabilities capabilities = DomainCapabilities.read("""
                <domainCapabilities>
                  <arch>x86_64</arch>
                  <os supported='yes'>
                    <loader supported='yes'>
                      <value>/usr/share/edk2/ovmf/OVMF_CODE_4M.qcow2</value>
                      <value>/usr/share/OVMF/OVMF_CODE_4M.ms.fd</value>
                      <value>/usr/share/OVMF/OVMF_CODE_4M.secboot.fd</value>
                      <value>/usr/share/OVMF/OVMF_CODE.fd</value>
                      <value>/usr/share/OVMF/OVMF_CODE_4M.fd</value>
                    </loader>
                  </os>
                  <devices>
                    <graphics supported='yes'><enum name='type'><value>spice</value></enum></graphics>
                    <video supported='yes'><enum name='modelType'><value>vga</value><value>virtio</value></enum></video>
                  </devices>
                </domainCapabilities>
                """);

        assertThat(capabilities.devices(7_002_000, Optional.empty()))
                .isEqualTo(new HostDevices(
                        "x86_64",
                        "q35",
                        Optional.of("/usr/share/OVMF/OVMF_CODE_4M.fd"),
                        false,
                        false,
                        true,
                        false,
                        Optional.empty()));
        assertThat(capabilities.devices(10_001_000, Optional.empty()).clipboard())
                .isTrue();
    }

    @Test
    void readsWhetherThereAreSecureBootAndATpm() {
        String xml = """
                <domainCapabilities>
                  <arch>x86_64</arch>
                  <os>
                    <enum name='firmware'><value>efi</value></enum>
                    <loader>
                      <value>/usr/share/OVMF/OVMF_CODE_4M.ms.fd</value>
                      <enum name='secure'><value>yes</value><value>no</value></enum>
                    </loader>
                  </os>
                  <devices>
                    <tpm>
                      <enum name='backendModel'><value>passthrough</value><value>emulator</value></enum>
                      <enum name='backendVersion'><value>1.2</value><value>2.0</value></enum>
                    </tpm>
                  </devices>
                </domainCapabilities>
                """;
        HostDevices devices = DomainCapabilities.read(xml).devices(7_002_000, Optional.empty());
        assertThat(devices.secureBoot()).isTrue();
        assertThat(devices.tpm()).isTrue();
        assertThat(DomainCapabilities.read(xml.replace("<value>2.0</value>", ""))
                        .devices(7_002_000, Optional.empty())
                        .tpm())
                .isFalse();
        assertThat(DomainCapabilities.read(xml.replace("<value>yes</value>", ""))
                        .devices(7_002_000, Optional.empty())
                        .secureBoot())
                .isFalse();
    }

    @Test
    void readsAPool() {
        String xml = PoolXml.compose("ingot", "/home/u/<images>");

        assertThat(PoolXml.name(xml)).isEqualTo("ingot");
        assertThat(PoolXml.folder(xml)).isEqualTo("/home/u/<images>");
    }
}
