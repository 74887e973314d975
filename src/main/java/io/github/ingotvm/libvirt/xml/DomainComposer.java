package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.hypervisor.GuestHardware.Chipset;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Acceleration;

/** The definition of a new machine. libvirt fills in what is left out: MACs, addresses, the generation id. */
public final class DomainComposer {
    private final MachineSpec spec;
    private final HostDevices host;

    private DomainComposer(MachineSpec spec, HostDevices host) {
        this.spec = spec;
        this.host = host;
    }

    /** The domain XML. {@code UNSUPPORTED} for a firmware or a TPM that the host does not have. */
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
                %s%s%s%s  <on_poweroff>destroy</on_poweroff>
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
                        BootXml.os(spec.boot(), machine(), host),
                        features(),
                        cpu(),
                        clock(),
                        spec.onReboot() == OnReboot.DESTROY ? "destroy" : "restart",
                        DriveXml.write(spec),
                        DeviceXml.write(spec, host));
    }

    private boolean kvm() {
        return spec.acceleration() == Acceleration.KVM;
    }

    private boolean x86() {
        return host.arch().equals("x86_64");
    }

    private String machine() {
        return x86() && spec.hardware().chipset() == Chipset.PC ? "pc" : host.machine();
    }

    private String features() {
        if (!x86()) {
            return """
                  <features>
                    <acpi/>
                  </features>
                """;
        }
        return """
                  <features>
                    <acpi/>
                    <apic/>
                %s%s    <vmport state='off'/>
                  </features>
                """.formatted(
                        windows() && kvm() ? HYPERV : "", spec.boot().secureBoot() ? "    <smm state='on'/>\n" : "");
    }

    /** What Windows does less work with when it knows that it is a guest; emulation has none of it. */
    private static final String HYPERV = """
                <hyperv>
                  <relaxed state='on'/>
                  <vapic state='on'/>
                  <spinlocks state='on' retries='8191'/>
                </hyperv>
            """;

    /** Nobody else keeps local time in the hardware clock. */
    private boolean windows() {
        return spec.hardware().localTime();
    }

    private String clock() {
        return """
                  <clock offset='%s'>
                    <timer name='rtc' tickpolicy='catchup'/>
                    <timer name='pit' tickpolicy='delay'/>
                    <timer name='hpet' present='no'/>
                %s  </clock>
                """.formatted(
                        windows() ? "localtime" : "utc",
                        windows() && kvm() ? "    <timer name='hypervclock' present='yes'/>\n" : "");
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
}
