package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.hypervisor.MachineSpec;
import java.util.ArrayList;
import java.util.List;

/** Disks and CD drives of a new machine: it boots from the first disk, and from the first disc when that cannot be. */
final class DriveXml {
    private static final int MOST = 26;
    private static final int MOST_IDE = 4;

    private DriveXml() {}

    static String write(MachineSpec spec) {
        DiskBus bus = spec.hardware().disks();
        boolean ide = bus == DiskBus.IDE;
        int drives = spec.disks().size() + spec.media().size();
        if (drives > (ide ? MOST_IDE : MOST)) {
            throw Xml.invalid("A new machine has room for " + (ide ? MOST_IDE : MOST) + " disks and discs.", null);
        }
        List<String> all = new ArrayList<>();
        int next = 0;
        for (String disk : spec.disks()) {
            all.add(disk(disk, bus.target(next), name(bus), all.isEmpty()));
            next++;
        }
        int first = bus == DiskBus.VIRTIO ? 0 : next;
        for (int i = 0; i < spec.media().size(); i++) {
            String target = (ide ? "hd" : "sd") + letter(first + i);
            all.add(disc(spec.media().get(i), target, ide ? "ide" : "sata", i == 0));
        }
        return String.join("", all);
    }

    private static String name(DiskBus bus) {
        return switch (bus) {
            case VIRTIO -> "virtio";
            case SATA -> "sata";
            case IDE -> "ide";
        };
    }

    private static char letter(int index) {
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

    private static String disc(String path, String target, String bus, boolean first) {
        return """
                    <disk type='file' device='cdrom'>
                      <driver name='qemu' type='raw'/>
                      <source file='%s'/>
                      <target dev='%s' bus='%s'/>
                      <readonly/>
                %s    </disk>
                """.formatted(escape(path), target, bus, first ? "      <boot order='2'/>\n" : "");
    }
}
