package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Where the space went, and getting it back, in the real window. */
class SpaceIT extends OneWindowTest {
    private VirtualMachine withClone(String name) {
        VirtualMachine mould = foundry().machine("mould");
        foundry().write(mould, "system", 500_000);
        Snapshot snapshot = foundry().snapshot(mould, "First", "");
        foundry().services().golden().promote(mould.id(), snapshot.id(), "");
        foundry().clones(mould, new Cloner.From.Golden(), false, name);
        rig().shows(name);
        return mould;
    }

    private boolean isLinked(String name) {
        return named(name).mark().lineage().filter(Lineage::linked).isPresent();
    }

    private WindowRig says(String words) {
        return rig().until(() -> rig().robot().lookup(".hint").queryAll().stream()
                .anyMatch(n -> n instanceof Label l && l.getText().contains(words)));
    }

    @Test
    void tellsWhatMachinesTakeAndTheirSnapshotsOnRequest() {
        withClone("web");
        rig().click("Space").shows("mould").shows("web").hides("First");
        says("others stand on it: frees nothing");
        says("2 machines as full copies would take up to 528 KiB; standing on shared layers they take 460 KiB.");

        rig().tool("Show the snapshots of mould").shows("First").shows("v1");
        rig().tool("Hide the snapshots of mould").hides("First");
        rig().press(KeyCode.HOME)
                .press(KeyCode.RIGHT)
                .shows("First")
                .press(KeyCode.LEFT)
                .hides("First");
    }

    @Test
    void mergesLayersThatNothingNeeds() {
        VirtualMachine web = foundry().machine("web");
        foundry().write(web, "a", 1000);
        Snapshot one = foundry().snapshot(web, "one", "");
        foundry().write(web, "b", 1000);
        foundry().snapshot(web, "two", "");
        foundry().services().snapshots().delete(web.id(), one.id());
        rig().rightClick("web").click("Disk Space").click("Compact…").shows("Compact “web”");
        says("1 layer, ");
        rig().press(KeyCode.ENTER)
                .until(() -> foundry().services().compactor().plan(web.id()).isEmpty());

        rig().rightClick("web").click("Disk Space").click("Compact…").shows("nothing to merge now");
        rig().click("Close").hides("nothing to merge now");
    }

    @Test
    void makesACloneIndependent() {
        withClone("web");
        rig().click("Space").shows("web").tool("More on web").click("Detach…").shows("Detach “web”");
        says("up to ");
        rig().press(KeyCode.ENTER).shows("“web” depends on nothing any more.");
        assertThat(isLinked("web")).isFalse();
    }

    @Test
    void stopsDetachingAndLeavesTheCloneAsItWas() {
        withClone("web");
        foundry().copies().hold();
        rig().rightClick("web")
                .click("Disk Space")
                .click("Detach…")
                .shows("Detach “web”")
                .press(KeyCode.ENTER);
        rig().shows("Detaching “web”").tool("Cancel Detaching “web”");
        rig().shows("Detaching “web”: cancelled, nothing is left behind.");
        foundry().copies().letGo();
        assertThat(isLinked("web")).isTrue();
    }

    @Test
    void warnsOfAChainThatGrowsDeep() {
        VirtualMachine web = foundry().machine("web");
        for (int i = 1; i <= 20; i++) {
            foundry().snapshot(web, "s" + i, "");
        }
        rig().click("Space").shows("21 layers deep");
        rig().click("All").rightClick("web").click("Properties").shows("Compact…");
    }
}
