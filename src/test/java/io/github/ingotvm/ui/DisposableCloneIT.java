package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clones that vanish when they stop, in the window. */
class DisposableCloneIT extends WindowTest {
    private static final String NAME = "mould (disposable)";
    private List<String> files = List.of();

    @BeforeEach
    void aGoldenImage() {
        VirtualMachine mould = foundry().machine("mould");
        foundry()
                .services()
                .golden()
                .promote(mould.id(), foundry().snapshot(mould, "Good", "").id(), "");
        files = foundry().fake().foreign().files();
        open().shows("mould");
    }

    private void runIt() {
        rig().rightClick("mould").click("Run Disposable Clone").shows("Keep").shows(NAME);
    }

    @Test
    void runsAtOnceAndIsGoneWithItsFilesWhenItStops() {
        runIt();
        rig().hides("Snapshot…").click("Shut Down").hides(NAME).shows("mould");
        rig().until(() -> foundry().fake().foreign().files().equals(files));
    }

    @Test
    void staysWhenItIsKeptOnItsPage() {
        runIt();
        rig().click("Keep").shows("“" + NAME + "” stays when it stops.").hides("Keep");
        rig().shows("Snapshot…").click("Shut Down").shows("Start");
        assertThat(named(NAME).state()).isEqualTo(PowerState.OFF);
    }

    @Test
    void isToldFromOthersAmongTheMachinesAndKeptThere() {
        runIt();
        rig().press(KeyCode.ALT, KeyCode.LEFT).shows(NAME).shows("Keep");
        rig().rightClick(NAME).shows("Force Off").hides("Take Snapshot…").hides("Delete");
        rig().press(KeyCode.ESCAPE).click("Keep").shows("“" + NAME + "” stays when it stops.");
        assertThat(named(NAME).isDisposable()).isFalse();
    }
}
