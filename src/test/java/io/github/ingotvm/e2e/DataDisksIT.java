package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.machines.DataDisks;
import io.github.ingotvm.testkit.linux.LinuxShell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clones receive data disks empty, linked and shared; their Linux tells. */
class DataDisksIT {
    private static final long SIZE = 64L << 20;

    private World world;
    private MachineId id;

    @BeforeEach
    void aGoldenImageWithThreeDataDisks() {
        world = World.create();
        id = world.linux("Server").id();
        DataDisks disks = world.services().disks();
        List.of("vdb", "vdc", "vdd")
                .forEach(t -> assertThat(disks.add(id, SIZE).disk().target()).isEqualTo(t));
        try (LinuxShell guest = world.bootLinux(id)) {
            for (String disk : List.of("vda", "vdb", "vdc", "vdd")) {
                guest.run("mkfs.ext4 -q /dev/" + disk + " && mount /dev/" + disk + " /mnt && echo golden >/mnt/" + disk
                        + " && umount /mnt");
            }
            guest.powerOff();
        }
        world.services().golden().promote(id, world.snapshot(id, "With disks").id(), "");
        disks.setRole(id, "vdb", DiskRole.EMPTY);
        disks.setRole(id, "vdd", DiskRole.SHARED);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void clonesReceiveThemAsTheGoldenImageSaysAndUpdatesKeepThem() {
        Map<String, String> golden = Layers.goldenBytes(world.require(id));
        List<VirtualMachine> clones = world.clones(id, "one", "two");
        MachineId one = clones.get(0).id();
        // Both at once: neither locks the shared disk for the other.
        try (LinuxShell guest = world.bootLinux(one);
                LinuxShell other = world.bootLinux(clones.get(1).id())) {
            assertThat(guest.run("head -c 65536 /dev/vdb | tr -d '\\0' | wc -c").strip())
                    .isEqualTo("0");
            guest.run("mkfs.ext4 -q /dev/vdb && mount /dev/vdb /mnt && echo mine >/mnt/own && umount /mnt");
            assertThat(guest.run("mount /dev/vdc /mnt && cat /mnt/vdc && echo mine >/mnt/own; umount /mnt"))
                    .contains("golden");
            for (LinuxShell each : List.of(guest, other)) {
                assertThat(each.run("cat /sys/block/vdd/ro").strip()).isEqualTo("1");
                assertThat(each.run("mount -o ro,noload /dev/vdd /mnt && cat /mnt/vdd; umount /mnt"))
                        .contains("golden");
            }
            other.powerOff();
            guest.powerOff();
        }
        assertThat(world.services().refresher().refresh(List.of(one), new To.Own(), Running.REFUSE, Progress.NONE))
                .allMatch(CloneOutcome::changed);
        try (LinuxShell guest = world.bootLinux(one)) {
            assertThat(guest.run("mount /dev/vda /mnt && ls /mnt; umount /mnt")).contains("vda");
            for (String disk : List.of("vdb", "vdc")) {
                assertThat(guest.run("mount /dev/" + disk + " /mnt && cat /mnt/own; umount /mnt"))
                        .contains("mine");
            }
            guest.powerOff();
        }
        assertThat(Layers.goldenBytes(world.require(id))).isEqualTo(golden);
        world.services().refresher().dropFormer(List.of(one));
        world.services().lifecycle().delete(clones.get(1).id()).commit();
        theNextVersionHasTheSharedDiskToo(one);
        assertThat(world.check()).isEmpty();
    }

    /** Made from a clone that only reads it; whoever depends on nothing writes to a copy. */
    private void theNextVersionHasTheSharedDiskToo(MachineId clone) {
        GoldenVersion second = world.services()
                .golden()
                .promoteTo(id, clone, world.snapshot(clone, "Two").id(), "");
        world.services().versions().retire(id, 1);
        world.services().sealer().sealAll(Progress.NONE);
        assertThat(world.services()
                        .verifier()
                        .verify(id, List.of(second.number()), Progress.NONE)
                        .get(0)
                        .isIntact())
                .isTrue();
        VirtualMachine whole =
                world.clones(id, new Cloner.From.Golden(), true, "whole").get(0);
        try (LinuxShell guest = world.bootLinux(whole.id())) {
            assertThat(guest.run("mount /dev/vdd /mnt && cat /mnt/vdd && echo mine >/mnt/own; ls /mnt; umount /mnt"))
                    .contains("golden")
                    .contains("own");
            guest.powerOff();
        }
    }
}
