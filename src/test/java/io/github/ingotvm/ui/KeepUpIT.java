package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Clones that keep up with their golden image, in the real window. */
class KeepUpIT extends OneWindowTest {
    /** A golden image with clones on v1, and v2 current. */
    private VirtualMachine behind(String... clones) {
        VirtualMachine mould = foundry().machine("mould");
        promote(mould, "First");
        foundry().clones(mould, new Cloner.From.Golden(), false, clones);
        foundry().write(mould, "tools", 1000);
        promote(mould, "Second");
        rig().shows(clones[0]).shows("v1 · behind");
        return mould;
    }

    private void promote(VirtualMachine mould, String name) {
        Snapshot snapshot = foundry().snapshot(mould, name, "");
        foundry().services().golden().promote(mould.id(), snapshot.id(), "");
    }

    private int versionOf(String clone) {
        return named(clone).mark().lineage().map(Lineage::version).orElseThrow().orElse(0);
    }

    @Test
    void updatesOneAndTakesItBack() {
        behind("web");
        rig().rightClick("web").click("Update to v2…").shows("Update “web” to v2");
        rig().shows("v1 → v2  ·  less than 1 MiB written since")
                .press(KeyCode.ENTER)
                .shows("“web” is updated to v2.");
        assertThat(versionOf("web")).isEqualTo(2);

        rig().click("Undo").until(() -> versionOf("web") == 1);
        assertThat(named("web").mark().former()).isPresent();
    }

    @Test
    void isOfferedOnTheClonesOwnPage() {
        behind("web");
        rig().rightClick("web").click("Properties").shows("It stands on v1 of “mould”; v2 is current.");
        rig().click("Update to v2…").shows("Update “web” to v2").press(KeyCode.ENTER);
        rig().shows("“web” is updated to v2.").hides("It stands on v1 of “mould”; v2 is current.");
    }

    @Test
    void updatesAllOfAnImageAndShutsDownThoseThatRun() {
        behind("web-1", "web-2", "web-3");
        foundry().services().power().start(named("web-2").id());
        rig().click("Golden images").shows("mould").press(KeyCode.ENTER).click("Update All 3…");
        rig().shows("Update 3 clones to v2").shows("1 of them is running:");
        rig().click("Force off, and start again after").press(KeyCode.ENTER).shows("3 clones are updated to v2.");
        assertThat(versionOf("web-1") + versionOf("web-2") + versionOf("web-3")).isEqualTo(6);
        assertThat(named("web-2").state()).isEqualTo(PowerState.RUNNING);
        assertThat(named("web-1").state()).isEqualTo(PowerState.OFF);

        rig().hides("Update All 3…")
                .click("Undo")
                .until(() -> versionOf("web-1") + versionOf("web-2") + versionOf("web-3") == 3);
    }

    @Test
    void leavesThoseThatRunWhenAsked() {
        behind("web-1", "web-2");
        foundry().services().power().start(named("web-2").id());
        rig().click("Golden images").shows("mould").press(KeyCode.ENTER).click("Update All 2…");
        rig().click("Leave as they are").click("Update 1 Clone").shows("“web-1” is updated to v2.");
        assertThat(versionOf("web-2")).isEqualTo(1);
    }

    @Test
    void resetsSeveralThatAreSelected() {
        behind("web-1", "web-2");
        rig().click("web-1").press(KeyCode.SHIFT, KeyCode.RIGHT).rightClick("web-1");
        rig().click("Reset to Golden…").shows("Reset 2 clones to v1").press(KeyCode.ENTER);
        rig().shows("2 clones are reset to v1.");
        assertThat(named("web-1").mark().former()).isPresent();
        assertThat(named("web-2").mark().former()).isPresent();
    }

    @Test
    void undoesFromTheMenuAndLetsGo() {
        behind("web");
        rig().rightClick("web")
                .click("Update to v2…")
                .shows("Update “web” to v2")
                .press(KeyCode.ENTER);
        rig().shows("“web” is updated to v2.").dismissNotices();
        rig().rightClick("web").click("Undo Update").shows("“web” is taken back.");
        assertThat(versionOf("web")).isEqualTo(1);

        rig().dismissNotices()
                .rightClick("web")
                .click("Disk Space")
                .click("Let Go of Undo…")
                .shows("Let go of what “web” was before?");
        rig().press(KeyCode.ENTER).shows("The former state is gone.");
        assertThat(named("web").mark().former()).isEmpty();
    }

    @Test
    void saysWhichCannotBeUpdatedAndWhy() {
        VirtualMachine mould = behind("web");
        Snapshot second = foundry().services().inventory().resolveSnapshot(mould, "Second");
        foundry()
                .fake()
                .foreign()
                .writes(second.hardware().writableDisks().get(0).source().orElseThrow(), "x", "y");
        rig().rightClick("web").click("Update to v2…").shows("Nothing can be done now.");
        rig().shows("v2 of mould is not as it was when it was promoted, so nothing is cast from it;"
                + " `ingot check` says more.");
    }
}
