package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.model.MachineId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A machine that never runs a guest: it holds an image open, so that libvirt's block jobs work on it. */
public final class HelperXml {
    /** The one drive. */
    public static final String TARGET = "sda";

    private static final String PREFIX = "ingot-helper-";

    private HelperXml() {}

    public static boolean isHelper(String name) {
        return name.startsWith(PREFIX);
    }

    /** Of the helper for an image: one at a time, and known again by whoever comes next. */
    public static MachineId id(String image) {
        return new MachineId(UUID.nameUUIDFromBytes((PREFIX + image).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param kvm whether the host's emulator can do nothing else
     */
    public static String compose(String image, HostDevices host, boolean kvm) {
        return """
                <domain type='%s'>
                  <name>%s</name>
                  <uuid>%s</uuid>
                  <memory unit='MiB'>64</memory>
                  <vcpu>1</vcpu>
                  <os>
                    <type arch='%s' machine='%s'>hvm</type>
                  </os>
                  <on_poweroff>destroy</on_poweroff>
                  <on_reboot>destroy</on_reboot>
                  <on_crash>destroy</on_crash>
                  <devices>
                    <disk type='file' device='disk'>
                      <driver name='qemu' type='qcow2' discard='unmap'/>
                      <source file='%s'/>
                      <target dev='%s' bus='scsi'/>
                    </disk>
                    <controller type='scsi' model='virtio-scsi'/>
                    <controller type='usb' model='none'/>
                    <memballoon model='none'/>
                  </devices>
                </domain>
                """.formatted(
                        kvm ? "kvm" : "qemu",
                        PREFIX + id(image),
                        id(image),
                        escape(host.arch()),
                        escape(host.machine()),
                        escape(image),
                        TARGET);
    }
}
