package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.Snapshot.Consistency;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.testkit.linux.Ext4;
import io.github.ingotvm.testkit.linux.LinuxShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live snapshots of a Linux guest that writes all the time, with its agent and without. */
class QuiesceIT {
    private static final int FILES = 20;
    /** Writes numbered files, one after the other; a number is noted in memory when its file is safe on the disk. */
    private static final String WRITER = """
            i=0
            while :; do
                i=$((i+1))
                echo $i | dd of=/mnt/$i conv=fsync 2>/dev/null
                echo $i >/run/safe
            done &
            """;

    private World world;
    private MachineId id;

    @BeforeEach
    void open() {
        world = World.create();
        id = world.linux("Writer").id();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aSnapshotUnderLoadIsAtRestWithTheAgentAndSaysSoWithout() {
        Snapshot quiesced;
        Snapshot plain;
        int safeQuiesced;
        int safePlain;
        try (LinuxShell guest = world.bootLinux(id)) {
            guest.run("mkfs.ext4 -q /dev/vda && mount /dev/vda /mnt");
            guest.awaitAgent();
            guest.run(WRITER);
            safeQuiesced = safe(guest, FILES);
            quiesced = world.snapshot(id, "With the agent");
            safe(guest, safeQuiesced + FILES); // it thaws, and goes on

            guest.run("killall -STOP qemu-ga");
            safePlain = safe(guest, 0);
            plain = world.snapshot(id, "Without");
            guest.run("killall -CONT qemu-ga");

            guest.awaitAgent();
            world.services().power().shutdown(id);
            guest.awaitOff();
        }
        assertThat(quiesced.consistency()).isEqualTo(Consistency.QUIESCED);
        assertThat(Ext4.needsRecovery(disk(quiesced))).isFalse();
        assertThat(plain.consistency()).isEqualTo(Consistency.CRASH_CONSISTENT);
        assertThat(Ext4.needsRecovery(disk(plain))).isTrue();

        assertThat(kernelLogOfAClone(quiesced, safeQuiesced))
                .contains("mounted filesystem")
                .doesNotContain("recovery");
        assertThat(kernelLogOfAClone(plain, safePlain)).contains("recovery complete");
        assertThat(world.check()).isEmpty();
    }

    /** The number of the last safe file, once it is at least this. */
    private static int safe(LinuxShell guest, int atLeast) {
        // Empty for the moment in which the next number is being written.
        String number = await("writing")
                .atMost(LinuxShell.PATIENCE)
                .until(() -> guest.run("cat /run/safe"), said -> !said.isEmpty() && Integer.parseInt(said) >= atLeast);
        return Integer.parseInt(number);
    }

    private static String disk(Snapshot snapshot) {
        Disk disk = snapshot.hardware().writableDisks().get(0);
        return disk.source().orElseThrow();
    }

    /** Boots a clone, in which every file up to this number must be whole, and tells what its kernel said of the disk. */
    private String kernelLogOfAClone(Snapshot snapshot, int files) {
        VirtualMachine clone = world.clones(
                        id, new Cloner.From.OfSnapshot(snapshot.id()), false, "of " + snapshot.name())
                .get(0);
        try (LinuxShell guest = world.bootLinux(clone.id())) {
            guest.run("mount /dev/vda /mnt");
            assertThat(guest.run("for i in $(seq " + files + "); do [ \"$(cat /mnt/$i)\" = $i ] || echo lost $i; done"))
                    .isEmpty();
            String log = guest.run("dmesg | grep EXT4-fs");
            guest.powerOff();
            return log;
        }
    }
}
