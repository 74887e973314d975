package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.ArrayList;
import java.util.List;

/** The definition of a new machine. libvirt fills in what is left out: MACs, addresses, the generation id. */
public final class DomainComposer {
    private final MachineSpec spec;
    private final HostDevices host;

    private DomainComposer(MachineSpec spec, HostDevices host) {
        this.spec = spec;
        this.host = host;
    }

    /** The domain XML. {@code UNSUPPORTED} for UEFI where the host has none. */
    public static String compose(MachineSpec spec, HostDevices host) {
        return new DomainComposer(spec, host).domain();
    }

    private String domain() {
        return """
                <domain type='%s'>
                  <name>%s</name>
                  <uuid>%s</uuid>
                  <genid/>
                %s  <metadata>
                    %s
                  </metadata>
                  <memory unit='KiB'>%d</memory>
                  <vcpu>%d</vcpu>
                  <os>
                    <type arch='%s' machine='%s'>hvm</type>
                %s  </os>
                %s%s  <clock offset='utc'>
                    <timer name='rtc' tickpolicy='catchup'/>
                    <timer name='pit' tickpolicy='delay'/>
                    <timer name='hpet' present='no'/>
                  </clock>
                  <on_poweroff>destroy</on_poweroff>
                  <on_reboot>%s</on_reboot>
                  <on_crash>destroy</on_crash>
                  <pm>
                    <suspend-to-mem enabled='no'/>
                    <suspend-to-disk enabled='no'/>
                  </pm>
                  <devices>
                %s%s  </devices>
                </domain>
                """.formatted(
                        kvm() ? "kvm" : "qemu",
                        escape(spec.name()),
                        spec.id(),
                        spec.title().isEmpty() ? "" : "  <title>" + escape(spec.title()) + "</title>\n",
                        MarkXml.write(spec.mark()),
                        spec.memory() / 1024,
                        spec.cpus(),
                        escape(host.arch()),
                        escape(host.machine()),
                        firmware(),
                        features(),
                        cpu(),
                        spec.onReboot() == OnReboot.DESTROY ? "destroy" : "restart",
                        drives(),
                        devices());
    }

    private boolean kvm() {
        return spec.acceleration() == Acceleration.KVM;
    }

    private boolean x86() {
        return host.arch().equals("x86_64");
    }

    private String firmware() {
        if (spec.firmware() == Firmware.BIOS) {
            return "";
        }
        String loader = host.uefiLoader()
                .orElseThrow(
                        () -> new HypervisorException(
                                Kind.UNSUPPORTED,
                                "This host has no UEFI firmware for machines; install it (package ovmf or edk2-ovmf) or choose BIOS."));
        String nvram = spec.nvram()
                .orElseThrow(
                        () -> Xml.invalid("A machine with UEFI needs a place for its firmware's variables.", null));
        String format = loader.endsWith(".qcow2") ? " format='qcow2'" : "";
        return """
                    <loader readonly='yes' type='pflash'%s>%s</loader>
                    <nvram%s>%s</nvram>
                """.formatted(format, escape(loader), format, escape(nvram));
    }

    private String features() {
        return x86() ? """
                  <features>
                    <acpi/>
                    <apic/>
                    <vmport state='off'/>
                  </features>
                """ : """
                  <features>
                    <acpi/>
                  </features>
                """;
    }

    /**
     * Newer systems demand instructions that QEMU's default CPU lacks, so emulation gets all that it can do, but for 57-bit
     * addresses, which cost a table walk more at every miss and serve no machine of this size.
     */
    private String cpu() {
        String topology = "<topology sockets='1' dies='1' cores='%d' threads='1'/>".formatted(spec.cpus());
        if (kvm()) {
            return """
                  <cpu mode='host-passthrough'>
                    %s
                  </cpu>
                """.formatted(topology);
        }
        String feature = x86() ? "\n    <feature policy='disable' name='la57'/>" : "";
        return """
                  <cpu mode='maximum'>
                    %s%s
                  </cpu>
                """.formatted(topology, feature);
    }

    private String drives() {
        List<String> drives = new ArrayList<>();
        String bus = spec.legacyDevices() ? "sata" : "virtio";
        String prefix = spec.legacyDevices() ? "sd" : "vd";
        for (int i = 0; i < spec.disks().size(); i++) {
            drives.add(disk(spec.disks().get(i), prefix + letter(i), bus, i == 0));
        }
        String cdTarget = "sd" + letter(spec.legacyDevices() ? spec.disks().size() : 0);
        spec.medium().ifPresent(path -> drives.add(cdrom(path, cdTarget)));
        return String.join("", drives);
    }

    private static char letter(int index) {
        if (index > 25) {
            throw Xml.invalid("A new machine has room for 26 disks.", null);
        }
        return (char) ('a' + index);
    }

    private static String disk(String path, String target, String bus, boolean first) {
        return """
                    <disk type='file' device='disk'>
                      <driver name='qemu' type='qcow2' discard='unmap'/>
                      <source file='%s'/>
                      <target dev='%s' bus='%s'/>
                %s    </disk>
                """.formatted(escape(path), target, bus, first ? "      <boot order='1'/>\n" : "");
    }

    private static String cdrom(String path, String target) {
        return """
                    <disk type='file' device='cdrom'>
                      <driver name='qemu' type='raw'/>
                      <source file='%s'/>
                      <target dev='%s' bus='sata'/>
                      <readonly/>
                      <boot order='2'/>
                    </disk>
                """.formatted(escape(path), target);
    }

    private String devices() {
        return """
                %s%s      <model type='%s'/>
                    </interface>
                    <serial type='pty'/>
                    <console type='pty'>
                      <target type='serial'/>
                    </console>
                    <channel type='unix'>
                      <target type='virtio' name='org.qemu.guest_agent.0'/>
                    </channel>
                %s    <input type='tablet' bus='usb'/>
                    <graphics type='vnc'>
                      <listen type='none'/>
                    </graphics>
                    <video>
                      <model type='%s'/>
                    </video>
                    <memballoon model='virtio'/>
                    <rng model='virtio'>
                      <backend model='random'>/dev/urandom</backend>
                    </rng>
                """.formatted(
                        spec.legacyDevices() ? "" : "    <controller type='usb' model='qemu-xhci'/>\n",
                        network(),
                        spec.legacyDevices() ? "e1000e" : "virtio",
                        clipboard(),
                        host.virtioVideo() && !spec.legacyDevices() ? "virtio" : "vga");
    }

    private String network() {
        return host.bridge().map(bridge -> """
                        <interface type='bridge'>
                          <source bridge='%s'/>
                    """.formatted(escape(bridge))).orElse("    <interface type='user'>\n");
    }

    private String clipboard() {
        return !host.clipboard() ? "" : """
                    <channel type='qemu-vdagent'>
                      <source>
                        <clipboard copypaste='yes'/>
                        <mouse mode='client'/>
                      </source>
                      <target type='virtio' name='com.redhat.spice.0'/>
                    </channel>
                """;
    }
}
