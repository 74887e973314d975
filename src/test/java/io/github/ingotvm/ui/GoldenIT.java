package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.names.NamePattern;
import java.util.OptionalInt;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
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

    /** The golden image's own page, by keyboard. */
    private WindowRig page() {
        // What is sealed while the page is open is shown anew.
        rig().until(() -> named("mould").mark().golden().stream().allMatch(v -> v.isSealed() && v.isContentSealed()));
        return rig().click("Golden images")
                .shows("mould")
                .press(KeyCode.ENTER)
                .shows("Versions")
                .shows("First");
    }

    @Test
    void promotesASnapshotWithANote() {
        mould();
        rig().click("mould").press(KeyCode.ALT, KeyCode.ENTER).click("Snapshots");
        rig().rightClick("First").click("Promote to Golden…").shows("Promote “First” to golden v1");
        rig().type("With our tools").press(KeyCode.CONTROL, KeyCode.ENTER);
        rig().shows("Golden v1");

        assertThat(named("mould").currentGolden().map(GoldenVersion::note)).contains("With our tools");
        rig().click("Golden images")
                .shows("With our tools")
                .press(KeyCode.ENTER)
                .shows("First");
    }

    @Test
    void demotesAndTheNewestOneLeftIsCurrent() {
        VirtualMachine mould = mould();
        promote(mould, "First", "the old one");
        promote(mould, "Second", "the new one");
        page();

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
        page().tool("Clone mould v1");
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
        page().shows("web-12").hides("web-13");
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

    @Test
    void listsEachGoldenImageOnce() {
        VirtualMachine mould = mould();
        promote(mould, "First", "the old one");
        promote(mould, "Second", "the new one");
        foundry().services().versions().describe(mould.id(), "Standard desktop", "For everybody in the house");
        foundry().clones(mould, new Cloner.From.Version(1), false, "one", "two");

        rig().click("Golden images")
                .shows("Standard desktop")
                .shows("For everybody in the house")
                .shows("v2")
                .hides("the old one");
        rig().until(() -> rig().robot().lookup(".image-cell .hint").queryAll().stream()
                .anyMatch(n -> n instanceof Label l && l.getText().startsWith("2 versions  ·  2 clones, 2 behind")));
    }

    @Test
    void namesItAndSaysWhatItIsFor() {
        promote(mould(), "First", "");
        rig().click("Golden images").rightClick("mould").click("Name and Purpose…");
        rig().shows("Golden image “mould”").type("Standard desktop").press(KeyCode.ENTER);
        rig().shows("Standard desktop");
        assertThat(named("mould").goldenName()).isEqualTo("Standard desktop");
    }

    @Test
    void makesAnOlderVersionCurrentAndTakesThatBack() {
        VirtualMachine mould = mould();
        promote(mould, "First", "");
        promote(mould, "Second", "");
        page().tool("More on mould v1").click("Make Current").shows("v1 of mould is current now.");
        rig().until(() -> current() == 1);

        rig().click("Undo").until(() -> current() == 2);
    }

    private int current() {
        return named("mould").currentGolden().orElseThrow().number();
    }

    @Test
    void editsANoteByKey() {
        promote(mould(), "First", "once");
        page().press(KeyCode.F2).shows("Note of mould v1");
        rig().type("Now with the printer").press(KeyCode.CONTROL, KeyCode.ENTER).shows("Now with the printer");
    }

    @Test
    void comparesTwoVersions() {
        VirtualMachine mould = mould();
        promote(mould, "First", "");
        foundry().services().lifecycle().setResources(mould.id(), 4L << 30, 2);
        foundry().snapshot(mould, "Third", "");
        promote(mould, "Third", "more memory");
        page().tool("More on mould v2").click("Compare…");
        rig().shows("Versions of “mould”").shows("v2: more memory").shows("Memory");
    }

    @Test
    void retiresWhatNothingNeedsAndSaysWhatDoes() {
        VirtualMachine mould = mould();
        promote(mould, "First", "");
        foundry().clones(mould, new Cloner.From.Golden(), false, "cast");
        promote(mould, "Second", "");
        page().tool("More on mould v1").click("Retire…").shows("Retire mould v1?");
        rig().press(KeyCode.ENTER)
                .shows("v1 of mould cannot be retired: cast is on it; update the clones first, and drop their undo.")
                .press(KeyCode.ESCAPE);

        foundry().fake().foreign().deletes(named("cast").id());
        rig().tool("More on mould v1").click("Retire…").shows("Retire mould v1?");
        rig().press(KeyCode.ENTER).shows("mould v1 is retired.");
        assertThat(named("mould").mark().golden()).hasSize(1);
    }

    @Test
    void promotesTheNextVersionFromThePresentState() {
        promote(mould(), "First", "");
        page().click("Promote Next…").shows("Promote v2 of “mould”").press(KeyCode.ENTER);
        rig().shows("v2 of mould is current now.").shows("mould v2");
        assertThat(current()).isEqualTo(2);
    }

    @Test
    void editsItInACloneAndPromotesThat() {
        promote(mould(), "First", "");
        page().tool("More on this golden image")
                .click("Edit…")
                .shows("Edit “mould”")
                .press(KeyCode.ENTER);
        rig().until(() -> foundry().services().inventory().machines().stream()
                .anyMatch(m -> m.displayName().equals("mould (editing)") && m.state() == PowerState.RUNNING));
        foundry().services().power().forceOff(named("mould (editing)").id());
        rig().press(KeyCode.CONTROL, KeyCode.DIGIT1).shows("mould (editing)");

        page().click("Promote Next…").shows("Promote v2 of “mould”").type("Edited");
        rig().robot().interact(() -> {
            ComboBox<?> machine =
                    rig().robot().lookup(".ingot-sheet .combo-box").queryAs(ComboBox.class);
            machine.getSelectionModel().select(1);
        });
        rig().press(KeyCode.ENTER).shows("v2 of mould is current now.");
        assertThat(current()).isEqualTo(2);
        assertThat(named("mould (editing)").mark().lineage().orElseThrow().version())
                .hasValue(2);
    }
}
