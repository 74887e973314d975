package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Snapshots and the way back to them, in the real window. */
class SnapshotIT extends OneWindowTest {
    private List<Snapshot> snapshots(VirtualMachine machine) {
        return foundry().services().inventory().snapshots(machine.id());
    }

    @Test
    void takesOneWithTheMemoryOfARunningMachineAndGoesOnFromThere() {
        VirtualMachine web = foundry().machine("web");
        foundry().services().power().start(web.id());
        foundry().fake().guest().remembers(web.id(), "editor", "open");
        rig().shows("Running").rightClick("web").click("Take Snapshot…").shows("Take a snapshot of “web”");
        rig().type("In the middle")
                .click("With its memory, to go on from this very moment")
                .press(KeyCode.ENTER);
        rig().shows("Took “In the middle”.");
        assertThat(snapshots(web)).extracting(Snapshot::consistency).containsExactly(Snapshot.Consistency.MEMORY);

        foundry().services().power().forceOff(web.id());
        rig().click("web").press(KeyCode.ALT, KeyCode.ENTER).click("Snapshots");
        rig().rightClick("In the middle").click("Revert To…");
        rig().shows("The machine goes on from that very moment, memory included.")
                .press(KeyCode.ENTER);
        rig().until(() -> named("web").state() == PowerState.RUNNING);
        assertThat(foundry().fake().guest().memory(web.id())).containsEntry("editor", "open");
    }

    @Test
    void offersNoMemoryOfAMachineThatIsOff() {
        foundry().machine("web");
        rig().rightClick("web").click("Take Snapshot…").shows("Take a snapshot of “web”");
        assertThat(rig().has("With its memory, to go on from this very moment")).isFalse();
        assertThat(rig().robot().lookup(".accept").query().isDisabled()).isTrue();
        rig().type("One").press(KeyCode.ENTER).shows("Took “One”.");
    }

    @Test
    void saysThatANameIsTaken() {
        VirtualMachine web = foundry().machine("web");
        foundry().snapshot(web, "One", "");
        rig().rightClick("web").click("Take Snapshot…").type("One").press(KeyCode.ENTER);
        rig().shows("There is already a snapshot called \"One\"; choose another name.");
        rig().type("Two").press(KeyCode.ENTER).shows("Took “Two”.");
    }

    @Test
    void keepsThePresentBeforeARevertAndBringsItBackByUndo() {
        VirtualMachine web = foundry().machine("web");
        foundry().snapshot(web, "One", "");
        foundry().write(web, "later", 10);
        rig().click("web").press(KeyCode.ALT, KeyCode.ENTER).click("Snapshots");
        rig().rightClick("One").click("Revert To…").click("Keep the present state as a snapshot first");
        rig().press(KeyCode.TAB).type("Kept").press(KeyCode.ENTER);
        rig().shows("Reverted “web” to “One”.").shows("Kept");

        rig().click("Undo").until(() -> !contents(web).isEmpty());
        assertThat(contents(web)).containsKey("later");
    }

    private java.util.Map<String, String> contents(VirtualMachine machine) {
        return foundry().fake().guest().reads(machine.id(), "vda");
    }

    @Test
    void renamesAndDeletesByKey() {
        VirtualMachine web = foundry().machine("web");
        foundry().snapshot(web, "One", "");
        rig().click("web").press(KeyCode.ALT, KeyCode.ENTER).click("Snapshots").click("One");
        rig().press(KeyCode.F2).shows("Rename snapshot").type("スナップ <&>").press(KeyCode.ENTER);
        rig().shows("スナップ <&>").click("スナップ <&>").press(KeyCode.DELETE);
        rig().shows("Delete “スナップ <&>”?").press(KeyCode.ENTER).shows("Deleted “スナップ <&>”.");
        assertThat(snapshots(web)).isEmpty();
    }
}
