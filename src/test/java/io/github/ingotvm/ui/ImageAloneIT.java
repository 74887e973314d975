package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Machines are deleted and their golden images kept and edited, in the real window. */
class ImageAloneIT extends OneWindowTest {
    private VirtualMachine mould() {
        VirtualMachine mould = foundry().machine("mould");
        foundry()
                .services()
                .golden()
                .promote(mould.id(), foundry().snapshot(mould, "One", "").id(), "");
        foundry().clones(mould, new Cloner.From.Golden(), false, "cast");
        rig().shows("mould").shows("cast");
        return mould;
    }

    private boolean isImageOnly(VirtualMachine machine) {
        return foundry().services().inventory().require(machine.id()).isImageOnly();
    }

    @Test
    void deletesAMachineAndKeepsItsGoldenImage() {
        VirtualMachine mould = mould();
        rig().rightClick("mould").click("Delete, Keep Golden Image");
        rig().shows("Deleted “mould”; its golden image stays.").click("Undo").shows("mould");
        assertThat(isImageOnly(mould)).isFalse();

        rig().rightClick("mould").click("Delete, Keep Golden Image").dismissNotices();
        rig().until(() -> isImageOnly(mould)).shows("cast").hides("mould");

        rig().click("Golden images").shows("mould").press(KeyCode.ENTER).shows("Versions");
    }

    @Test
    void offersItWhereClonesAreInTheWay() {
        VirtualMachine mould = mould();
        rig().click("mould").press(KeyCode.DELETE).shows("“mould” cannot be deleted alone");
        rig().click("Delete It, Keep Its Golden Image").shows("Deleted “mould”; its golden image stays.");
        rig().dismissNotices().until(() -> isImageOnly(mould));
    }

    @Test
    void promotesAClonesSnapshotToTheNextVersion() {
        VirtualMachine mould = mould();
        foundry().snapshot(named("cast"), "Better", "");
        rig().click("cast").press(KeyCode.ALT, KeyCode.ENTER).click("Snapshots");
        rig().rightClick("Better").click("Promote as Next Version of “mould”…");
        rig().shows("Promote “Better” to v2 of “mould”").type("From a clone").press(KeyCode.CONTROL, KeyCode.ENTER);
        rig().shows("“Better” is golden image v2 of mould.");
        assertThat(foundry()
                        .services()
                        .inventory()
                        .require(mould.id())
                        .currentGolden()
                        .orElseThrow()
                        .note())
                .isEqualTo("From a clone");
    }
}
