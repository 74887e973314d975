package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What is broken, changed or left over, in the real window. */
class CheckIT extends OneWindowTest {
    private String leftover(String token) {
        String path = foundry().fake().volumes().pathOf("old.vda." + token + ".qcow2");
        foundry().fake().foreign().addsFile(path, "qcow2", 1 << 20, Optional.empty());
        return path;
    }

    private void check() {
        rig().press(KeyCode.CONTROL, KeyCode.K).shows("Check Again");
    }

    private boolean isThere(String path) {
        return foundry().fake().foreign().files().contains(path);
    }

    @Test
    void saysThatAllIsWell() {
        VirtualMachine web = foundry().machine("web");
        foundry().snapshot(web, "Tuned", "");
        check();
        rig().shows("All is well")
                .shows("1 machine, 1 snapshot and 2 files: nothing is missing, changed or left over.");
    }

    @Test
    void removesLeftoversOnceTheyCanNoLongerBeBroughtBack() {
        foundry().machine("web");
        String path = leftover("00000000000a");
        check();
        rig().shows("Left over").click("Remove Leftovers").shows("All is well");
        assertThat(isThere(path)).isTrue();

        rig().click("Undo").shows("Left over");
        assertThat(isThere(path)).isTrue();

        rig().click("Remove Leftovers").shows("All is well").dismissNotices().until(() -> !isThere(path));
        rig().shows("All is well");
    }

    @Test
    void keepsWhatIsNotProvedToBeLeftOver() {
        foundry().machine("web");
        leftover("00000000000a");
        foundry().fake().foreign().addsPool("usb", "/usb");
        foundry().fake().foreign().setsPoolActive("usb", false);
        check();
        rig().shows("Not everything can be seen").shows("Left over");
        assertThat(rig().robot().lookup("Remove Leftovers").query().isDisabled())
                .isTrue();
        foundry().fake().foreign().setsPoolActive("usb", true);
    }

    @Test
    void leadsFromABrokenMachineToItsSnapshots() {
        VirtualMachine web = foundry().machine("web");
        Snapshot tuned = foundry().snapshot(web, "Tuned", "");
        foundry()
                .fake()
                .foreign()
                .removesFile(tuned.hardware().writableDisks().get(0).source().orElseThrow());
        check();
        rig().shows("Files are missing").click("Show Snapshots").shows("You are here");
    }

    @Test
    void isLoudAboutAChangedGoldenImageAndQuietInTheSidebar() {
        VirtualMachine web = foundry().machine("web");
        Snapshot tuned = foundry().snapshot(web, "Tuned", "");
        foundry().services().golden().promote(web.id(), tuned.id(), "");
        String layer = tuned.hardware().writableDisks().get(0).source().orElseThrow();
        foundry().fake().foreign().writes(layer, "x", "y");
        rig().tool("Menu")
                .click("Check")
                .shows("Golden images are not what they were")
                .shows("1 problem found");

        rig().press(KeyCode.ESCAPE).click("1 problem found").shows("Check Again");
        rig().click("Golden Images").shows("Changed").press(KeyCode.ENTER);
        rig().shows("Another tool changed or removed a file of it, or its snapshot. Nothing is cast from it.");
    }

    @Test
    void completesAnInstallationWhoseEndFailed() {
        VirtualMachine web = foundry().machine("web");
        foundry().fake().foreign().limitsPool(1);
        Install ended = new Install(Install.State.FINISHING, 1, 1, true);
        foundry().fake().machines().setMark(web.id(), web.mark().with(ended));
        rig().shows("The disk is full; make room and try again.").dismissNotices();
        check();
        rig().shows("Not finished");

        foundry().fake().foreign().limitsPool(1L << 40);
        rig().click("Mark as Installed");
        rig().until(() -> named("web").mark().install().state() == Install.State.INSTALLED);
        rig().press(KeyCode.F5).shows("All is well");
    }

    @Test
    void letsAMachineGoOnThatAnInterruptedSnapshotLeftStandingStill() {
        VirtualMachine web = foundry().machine("web");
        foundry().services().power().start(web.id());
        foundry().fake().machines().setMark(web.id(), web.mark().held(true));
        foundry().fake().power().suspend(web.id());
        check();
        rig().shows("Standing still").click("Resume");
        rig().until(() -> named("web").state() == PowerState.RUNNING);
        rig().press(KeyCode.F5).shows("All is well");
    }
}
