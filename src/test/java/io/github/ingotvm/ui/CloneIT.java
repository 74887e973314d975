package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clones of all kinds, in the real window. */
class CloneIT extends OneWindowTest {
    @AfterEach
    void letGo() {
        foundry().copies().letGo();
    }

    private void openSheet() {
        foundry().machine("mould");
        rig().rightClick("mould").click("Clone…").shows("Clone “mould”");
    }

    private List<String> names() {
        return foundry().services().inventory().machines().stream()
                .map(VirtualMachine::displayName)
                .sorted()
                .toList();
    }

    private void startFullClone(String name) {
        foundry().copies().hold();
        openSheet();
        rig().type(name).click("Full: a copy that depends on nothing").press(KeyCode.ENTER);
        rig().shows("Cloning “" + name + "”").shows("Copying");
    }

    @Test
    void showsHowFarAFullCloneIs() {
        startFullClone("copy");
        rig().hides("Clone “mould”").shows("Cancel");

        foundry().copies().letGo();
        rig().shows("Cloned “copy”.").hides("Cloning “copy”");
        assertThat(named("copy").mark().lineage().orElseThrow().linked()).isFalse();
    }

    @Test
    void cancelsAFullCloneAndLeavesNothing() {
        startFullClone("copy");
        int files = foundry().fake().foreign().files().size();

        rig().click("Cancel").shows("Cloning “copy”: cancelled, nothing is left behind.");

        rig().hides("Copying");
        assertThat(names()).containsExactly("mould");
        assertThat(foundry().fake().foreign().files()).hasSizeLessThanOrEqualTo(files);
        assertThat(foundry().services().doctor().check()).isEmpty();
    }

    @Test
    void asksBeforeQuittingWhileWorkIsUnderWay() {
        startFullClone("copy");
        rig().press(KeyCode.CONTROL, KeyCode.Q)
                .shows("Quit Ingot?")
                .click("Stay")
                .hides("Quit Ingot?");
        foundry().copies().letGo();
        rig().shows("Cloned “copy”.");
    }

    @Test
    void makesManyByCountOrPatternAllOrNothing() {
        foundry().machine("web-02");
        openSheet();
        rig().type("web")
                .press(KeyCode.TAB)
                .type("3")
                .shows("web-01, web-02, web-03")
                .press(KeyCode.ENTER);
        rig().shows("There is already a virtual machine called \"web-02\"; choose another name.");
        assertThat(names()).containsExactly("mould", "web-02");

        rig().type("shop").shows("shop-01, shop-02, shop-03").press(KeyCode.ENTER);
        rig().shows("Made 3 clones.");
        assertThat(names()).containsExactly("mould", "shop-01", "shop-02", "shop-03", "web-02");
    }

    @Test
    void saysAtTheNameWhatIsWrongWithIt() {
        openSheet();
        rig().type("").shows("The clone needs a name; type at least one character.");
        rig().type("web").shows("A range makes many: web-{01..10}");
    }

    @Test
    void givesItANewDataDisk() {
        openSheet();
        TextField disk = rig().robot()
                .lookup((Node n) -> "New data disk".equals(n.getAccessibleText()))
                .query();
        rig().type("stored");
        rig().robot().interact(() -> disk.setText("much"));
        rig().press(KeyCode.ENTER).shows("Write a size like 2 GiB or 512 MiB.").until(disk::isFocused);
        rig().type("3G").press(KeyCode.ENTER).shows("Cloned “stored”.");
        assertThat(foundry().services().disks().of(named("stored").id()))
                .singleElement()
                .matches(d -> d.capacity() == 3L << 30);
    }

    @Test
    void startsWhatItMade() {
        openSheet();
        rig().type("cast").press(KeyCode.ENTER).shows("Cloned “cast”.").click("Start");
        rig().until(() -> named("cast").state().isActive());
    }

    @Test
    void goesThroughTheSheetByKeyboardAlone() {
        foundry().machine("mould");
        rig().shows("mould")
                .press(KeyCode.RIGHT)
                .press(KeyCode.SHIFT, KeyCode.F10)
                .choose("Clone…");
        rig().shows("Clone “mould”").type("by key");
        rig().press(KeyCode.TAB).press(KeyCode.TAB).press(KeyCode.DOWN).press(KeyCode.ENTER);
        rig().shows("Cloned “by key”.");
        assertThat(named("by key").mark().lineage().orElseThrow().linked()).isFalse();
    }
}
