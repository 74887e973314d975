package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every control of every page and sheet can be named by a screen reader. */
class SpokenIT extends OneWindowTest {
    @BeforeEach
    void furnish() {
        foundry().furnish();
        rig().shows("web-04");
    }

    private void assertNamed(String where) {
        assertThat(Spoken.nameless(rig().scene().getRoot())).as(where).isEmpty();
    }

    @Test
    void onThePages() {
        assertNamed("cards");
        rig().press(KeyCode.CONTROL, KeyCode.DIGIT2).shows("Memory");
        assertNamed("list");
        rig().click("Golden images").shows("With our tools and the proxy");
        assertNamed("golden images");
        rig().press(KeyCode.CONTROL, KeyCode.N).shows("Choose File…");
        assertNamed("new");
        foundry()
                .fake()
                .foreign()
                .addsFile(
                        foundry().fake().volumes().pathOf("x.vda.00000000000x.qcow2"),
                        "qcow2",
                        1 << 20,
                        Optional.empty());
        rig().press(KeyCode.CONTROL, KeyCode.K).shows("Left over");
        assertNamed("check");
        rig().click("Remove Leftovers").shows("Undo");
        assertNamed("a notice");
    }

    @Test
    void onAMachinesPages() {
        rig().click("web-04").press(KeyCode.ALT, KeyCode.ENTER).shows("Origin");
        assertNamed("overview");
        rig().press(KeyCode.ESCAPE).click("Debian 12").press(KeyCode.ALT, KeyCode.ENTER);
        rig().click("Snapshots").shows("You are here");
        assertNamed("snapshots");
        rig().press(KeyCode.ESCAPE).click("web-04").press(KeyCode.ENTER).shows("Shut Down");
        assertNamed("screen");
    }

    @Test
    void onTheSheets() {
        rig().click("web-04").press(KeyCode.F2).shows("Name");
        assertNamed("rename");
        rig().press(KeyCode.ESCAPE).rightClick("web-04").click("Take Snapshot…").shows("Note");
        assertNamed("take a snapshot");
        rig().press(KeyCode.ESCAPE).rightClick("Debian 12").click("Clone…").shows("How many");
        assertNamed("clone");
        rig().press(KeyCode.ESCAPE).rightClick("web-04").click("Force Off").shows("Force off “web-04”?");
        assertNamed("force off");
        rig().press(KeyCode.ESCAPE).click("Debian 12").press(KeyCode.ALT, KeyCode.ENTER);
        rig().click("Snapshots").rightClick("Just Installed").click("Revert To…");
        rig().shows("Keep the present state as a snapshot first");
        assertNamed("revert");
        rig().press(KeyCode.ESCAPE)
                .rightClick("Just Installed")
                .click("Promote to Golden…")
                .shows("Note");
        assertNamed("promote");
        rig().press(KeyCode.ESCAPE)
                .rightClick("Just Installed")
                .click("Rename…")
                .shows("Rename snapshot");
        assertNamed("rename a snapshot");
    }
}
