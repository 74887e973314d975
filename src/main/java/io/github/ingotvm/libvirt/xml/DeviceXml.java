package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.NicModel;
import io.github.ingotvm.hypervisor.GuestHardware.VideoModel;
import io.github.ingotvm.hypervisor.MachineSpec;
import java.util.stream.Collectors;

/** What else a new machine has beside its drives. */
final class DeviceXml {
    private DeviceXml() {}

    static String write(MachineSpec spec, HostDevices host) {
        GuestHardware hardware = spec.hardware();
        return """
                %s%s    <serial type='pty'/>
                    <console type='pty'>
                      <target type='serial'/>
                    </console>
                    <channel type='unix'>
                      <target type='virtio' name='org.qemu.guest_agent.0'/>
                    </channel>
                %s    <input type='tablet' bus='usb'/>
                %s    <graphics type='vnc'>
                      <listen type='none'/>
                    </graphics>
                %s    <video>
                      <model type='%s'/>
                    </video>
                    <memballoon model='virtio'/>
                    <rng model='virtio'>
                      <backend model='random'>/dev/urandom</backend>
                    </rng>
                """.formatted(
                        hardware.usb3() ? "    <controller type='usb' model='qemu-xhci'/>\n" : "",
                        hardware.cards().stream().map(c -> card(c, host)).collect(Collectors.joining()),
                        host.clipboard() ? CLIPBOARD : "",
                        BootXml.tpm(spec.boot(), host),
                        sound(hardware),
                        video(hardware, host));
    }

    private static final String CLIPBOARD = """
                <channel type='qemu-vdagent'>
                  <source>
                    <clipboard copypaste='yes'/>
                    <mouse mode='client'/>
                  </source>
                  <target type='virtio' name='com.redhat.spice.0'/>
                </channel>
            """;

    private static String card(NicModel card, HostDevices host) {
        String network =
                host.bridge().map(bridge -> """
                        <interface type='bridge'>
                          <source bridge='%s'/>
                    """.formatted(escape(bridge))).orElse("    <interface type='user'>\n");
        return network + "      <model type='" + model(card) + "'/>\n    </interface>\n";
    }

    private static String model(NicModel card) {
        return switch (card) {
            case VIRTIO -> "virtio";
            case E1000E -> "e1000e";
            case E1000 -> "e1000";
            case RTL8139 -> "rtl8139";
            case PCNET -> "pcnet";
            case NE2000 -> "ne2k_pci";
        };
    }

    private static String sound(GuestHardware hardware) {
        String model = switch (hardware.sound()) {
            case NONE -> "";
            case ICH9 -> "ich9";
            case ICH6 -> "ich6";
            case AC97 -> "ac97";
            case ES1370 -> "es1370";
        };
        return model.isEmpty() ? "" : "    <sound model='" + model + "'/>\n";
    }

    private static String video(GuestHardware hardware, HostDevices host) {
        if (hardware.video() == VideoModel.VIRTIO && host.virtioVideo()) {
            return "virtio";
        }
        return hardware.video() == VideoModel.CIRRUS ? "cirrus" : "vga";
    }
}
