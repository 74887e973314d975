package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Cloner;
import io.github.ingotvm.service.NamePattern;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Golden images from promotion to clones, in the real window. */
class GoldenIT extends OneWindowTest {
    private VirtualMachine mould() {
        VirtualMachine mould = foundry().machine("mould");
        foundry().snapshot(mould, "First", "");
        foundry().snapshot(mould, "Second", "");
        rig().shows("mould");
        return mould;
    }

    private void promote(VirtualMachine mould, String snapshot, String note) {
        foundry()
                .services()
                .golden()
                .promote(
                        mould.id(),
                        foundry()
                                .services()
                                .inventory()
                                .resolveSnapshot(mould, snapshot)
                                .id(),
                        note);
    }

    @Test
    void promotesASnapshotWithANote() {
        mould();
        rig().click("mould").press(KeyCode.ALT, KeyCode.ENTER).click("Snapshots");
        rig().rightClick("First").click("Promote to Golden…").shows("Promote “First” to golden v1");
        rig().type("With our tools").press(KeyCode.CONTROL, KeyCode.ENTER);
        rig().shows("Golden v1");

        assertThat(named("mould").currentGolden().map(GoldenVersion::note)).contains("With our tools");
        rig().click("Golden images").shows("With our tools").shows("First");
    }

    @Test
    void demotesAndTheNewestOneLeftIsCurrent() {
        VirtualMachine mould = mould();
        promote(mould, "First", "the old one");
        promote(mould, "Second", "the new one");
        rig().click("Golden images").shows("the new one");

        rig().tool("More on mould v2").click("Demote");

        rig().shows("mould v2 is no longer golden; the snapshot stays.").hides("the new one");
        assertThat(named("mould").currentGolden().map(GoldenVersion::number)).contains(1);
        assertThat(foundry().services().inventory().snapshots(mould.id())).hasSize(2);
    }

    @Test
    void castsFromAnOlderVersion() {
        VirtualMachine mould = mould();
        promote(mould, "First", "the old one");
        promote(mould, "Second", "the new one");
        rig().click("Golden images").shows("the old one").tool("Clone mould v1");
        rig().shows("Clone “mould”").type("cast").press(KeyCode.ENTER);
        rig().shows("Cloned “cast”.").shows("cast");

        Lineage lineage = named("cast").mark().lineage().orElseThrow();
        assertThat(lineage.version()).isEqualTo(OptionalInt.of(1));
        rig().click("cast").shows("Origin").shows("· golden v1, “First”");
    }

    @Test
    void listsWhatWasCastFromIt() {
        VirtualMachine mould = mould();
        promote(mould, "First", "");
        foundry()
                .clones(
                        mould,
                        new Cloner.From.Golden(),
                        false,
                        NamePattern.expand("web-{01..15}").toArray(new String[0]));
        rig().click("Golden images").shows("web-12").hides("web-13");
        rig().click("and 3 more").shows("web-15");

        rig().click("web-15").shows("Origin").press(KeyCode.ESCAPE).shows("web-12");
    }

    @Test
    void keepsAGoldenSnapshotFromDeletion() {
        VirtualMachine mould = mould();
        promote(mould, "First", "");
        rig().click("mould")
                .press(KeyCode.ALT, KeyCode.ENTER)
                .click("Snapshots")
                .click("First");
        rig().press(KeyCode.DELETE).shows("“First” is golden image v1; demote it first.");
    }
}
