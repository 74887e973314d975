package io.github.ingotvm.e2e;

import io.github.ingotvm.model.MachineId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A second disk, attached as people do with other tools. */
final class SecondDisk {
    private SecondDisk() {}

    static void attach(World world, MachineId id) {
        Virsh virsh = world.virsh();
        virsh.run("vol-create-as", "ingot", "second.qcow2", "64M", "--format", "qcow2");
        String path = virsh.run("vol-path", "--pool", "ingot", "second.qcow2").strip();
        // Without a place in the boot order the firmware would not show it to the guest, which has no drivers of its
        // own.
        Path device = write(world.file("vdb.xml"), """
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2'/>
                  <source file='%s'/>
                  <target dev='vdb' bus='virtio'/>
                  <boot order='3'/>
                </disk>
                """.formatted(path));
        virsh.run("attach-device", id.toString(), device.toString(), "--config");
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
