package io.github.ingotvm.ui;

import io.github.ingotvm.model.VirtualMachine;
import org.junit.jupiter.api.Test;

/** The window says what snapshots of running machines are like: before they are taken, and after. */
class SnapshotTruthIT extends WindowTest {
    @Test
    void saysWhetherTheGuestBringsItsDisksToRest() {
        VirtualMachine web = foundry().machine("web");
        foundry().services().power().start(web.id());
        open();

        rig().rightClick("web").click("Take Snapshot…");
        rig().shows("Crash-consistent: no guest agent answers, so as after a power cut.");
        rig().click("Cancel");

        foundry().fake().guest().agent(web.id(), true);
        rig().rightClick("web").click("Take Snapshot…");
        rig().shows("Quiesced: the guest agent brings the file systems to rest first.");
    }
}
