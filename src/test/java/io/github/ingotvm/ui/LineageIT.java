package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner.From;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came from what, in the window. */
class LineageIT extends WindowTest {
    private VirtualMachine debian;

    @BeforeEach
    void aFamily() {
        debian = foundry().machine("debian");
        var tuned = foundry().snapshot(debian, "tuned", "");
        foundry().services().golden().promote(debian.id(), tuned.id(), "");
        foundry().clones(debian, new From.Golden(), false, "web", "shop");
        foundry().machine("other");
        open().shows("web").click("Lineage").shows("golden v1, current, now");
    }

    private String focused() {
        return Optional.ofNullable(rig().scene().getFocusOwner())
                .map(Node::getAccessibleText)
                .orElse("");
    }

    private void isAt(String spoken) {
        rig().until(() -> focused().startsWith(spoken));
    }

    @Test
    void theArrowsGoFromNodeToNode() {
        isAt("debian, off");
        rig().press(KeyCode.RIGHT);
        isAt("tuned, golden v1");
        rig().press(KeyCode.RIGHT);
        isAt("shop, linked clone");
        rig().press(KeyCode.DOWN);
        isAt("web, linked clone");
        rig().press(KeyCode.LEFT).press(KeyCode.LEFT);
        isAt("debian");
        rig().press(KeyCode.DOWN);
        isAt("other");
        rig().press(KeyCode.HOME);
        isAt("debian");
    }

    @Test
    void aNodeHasTheMenuAndThePageOfWhatItStandsFor() {
        rig().rightClick("tuned").shows("Clone From Here…").press(KeyCode.ESCAPE);
        rig().click("web")
                .press(KeyCode.SHIFT, KeyCode.F10)
                .shows("Take Snapshot…")
                .press(KeyCode.ESCAPE);
        rig().press(KeyCode.ENTER).shows("Hardware").press(KeyCode.ESCAPE).shows("Lineage");
        rig().click("tuned").press(KeyCode.ENTER).shows("You are here").press(KeyCode.ESCAPE);
        rig().click("web").press(KeyCode.F2).shows("Rename").press(KeyCode.ESCAPE);
        rig().rightClick("tuned").click("Golden Image").shows("Promote Next…");
    }

    @Test
    void itFollowsWhatHappens() {
        foundry().clones(debian, new From.Golden(), true, "copy");
        rig().shows("copy").shows("full clone, off");
        foundry().services().power().start(named("web").id());
        rig().shows("linked clone, running");
    }

    @Test
    void manyClonesAlikeAreOneUntilTheyAreAskedFor() {
        foundry()
                .clones(
                        debian,
                        new From.Golden(),
                        false,
                        IntStream.range(10, 40).mapToObj(i -> "qa-" + i).toArray(String[]::new));
        rig().shows("32 linked clones").hides("qa-17").click("32 linked clones").press(KeyCode.ENTER);
        isAt("qa-10");
        rig().click("Stack Again").shows("32 linked clones").hides("qa-10");
        isAt("32 linked clones");
    }

    @Test
    void whatIsSearchedForIsShown() {
        rig().press(KeyCode.CONTROL, KeyCode.F).type("web").shows("1 found").press(KeyCode.DOWN);
        isAt("web");
        rig().press(KeyCode.CONTROL, KeyCode.F).type("nothing like it").shows("Nothing found");
    }

    @Test
    void itIsZoomedByKeyAndByButton() {
        rig().click("debian")
                .press(KeyCode.PLUS)
                .shows("120 %")
                .press(KeyCode.MINUS)
                .press(KeyCode.MINUS);
        rig().shows("83 %")
                .press(KeyCode.DIGIT0)
                .shows("100 %")
                .tool("Larger (+)")
                .shows("120 %");
        rig().tool("All of it").shows("100 %");
        assertThat(rig().has("web")).isTrue();
    }
}
