package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.console.Encoding;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.testkit.linux.LinuxShell;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clipboard between a Linux guest, whose agent speaks the SPICE agent protocol, and whoever looks at its screen. */
class ClipboardIT {
    private static final String LONG = "Größe, €, 漢字. ".repeat(400);

    private World world;
    private MachineId id;

    @BeforeEach
    void open() {
        world = World.create();
        id = world.linux("Shared").id();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void textGoesBothWaysAndMemoryCanBeKeptMeanwhile() {
        Snapshot moment;
        try (LinuxShell guest = world.bootLinux(id);
                Viewer viewer = viewer()) {
            guest.run("/sbin/vdagent >/dev/null 2>&1 &");
            goesBothWays(guest, viewer, "one");

            moment = world.snapshotWithMemory(id, "While sharing");

            goesBothWays(guest, viewer, "two");
        }
        world.services().reverter().revert(id, moment.id(), Optional.empty()).settle();
        try (LinuxShell guest = LinuxShell.resume(world.services(), id)) {
            try (Viewer viewer = viewer()) {
                goesBothWays(guest, viewer, "three");
            }
            Virsh other = world.virsh();
            await("the channel to go with the last who looked")
                    .atMost(Guest.PATIENCE)
                    .until(() -> !other.run("dumpxml", id.toString()).contains("qemu-vdagent"));
            other.run("managedsave", id.toString());
            other.run("managedsave-remove", id.toString());
        }
    }

    private Viewer viewer() {
        return Viewer.of(world.services(), id, Encoding.RAW);
    }

    private static void goesBothWays(LinuxShell guest, Viewer viewer, String word) {
        guest.awaitOutput("cat /run/clipboard.state", "shared");
        guest.run("echo 'copy Grüße, " + word + "' >/run/clipboard.do");
        await("what the guest copied")
                .atMost(Guest.PATIENCE)
                .until(() -> viewer.clipboards().contains("Grüße, " + word));

        viewer.copy(LONG + word);
        guest.awaitOutput("sha256sum </run/clipboard.host | cut -d' ' -f1", sha256(LONG + word));
        assertThat(viewer.clipboards())
                .as("it is not told what it offered itself")
                .doesNotContain(LONG + word);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
