package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a machine's page says and offers in each state; one key press is what helps. */
class StatesIT extends ConsoleTest {
    @Test
    void resumesAPausedMachine() {
        foundry.services().power().pause(id);
        help("Paused", "Resume");

        rig.press(KeyCode.ENTER);

        back();
    }

    @Test
    void saysWhyAMachineWaitsForSpace() {
        Mark mark = foundry.services().inventory().require(id).mark();
        foundry.fake().machines().setMark(id, mark.with(Hold.SPACE));
        foundry.fake().power().suspend(id);
        help("Paused", "Resume").shows("The disk under it is nearly full. Free some space: it goes on by itself.");

        rig.press(KeyCode.ENTER);

        back();
        assertThat(foundry.services().inventory().require(id).mark()).isEqualTo(mark);
    }

    @Test
    void startsAMachineThatIsOffAndOneWhoseMemoryIsKept() {
        foundry.services().power().forceOff(id);
        help("Off", "Start");
        rig.press(KeyCode.ENTER);
        back();

        foundry.fake().foreign().saves(id);
        help("Saved", "Start").shows("Its memory is kept. It goes on where it was.");
        rig.press(KeyCode.ENTER);
        back();
    }

    @Test
    void startsACrashedMachineAnew() {
        foundry.fake().foreign().crashes(id);
        help("It crashed", "Start Again");

        rig.press(KeyCode.ENTER);

        back();
    }

    @Test
    void saysThatTheConnectionIsLostWhileTheScreenIsGone() {
        foundry.fake().foreign().stopsDaemon();
        guest().breaksScreens(id);
        rig.shows("The connection is lost").shows("Machines go on running. Ingot reconnects by itself.");

        foundry.fake().foreign().startsDaemon();

        back();
    }

    @Test
    void leadsThroughAnInstallation() {
        rig.press(KeyCode.ALT, KeyCode.LEFT);
        MachineId installing = foundry.installing("Fresh").id();
        rig.shows("Fresh").doubleClick("Fresh");
        rig.shows("Install the system. At the installer's last restart Ingot takes the disc out and takes the snapshot"
                + " Just Installed.");

        foundry.services().power().forceOff(installing);
        help("The installation stopped", "Start")
                .shows("Start the machine to go on with it. If the system is installed, say so.");
        rig.click("Mark as Installed");

        rig.until(() -> named("Fresh") == Install.State.INSTALLED).hides("Mark as Installed");
    }

    private Install.State named(String name) {
        return foundry.services().inventory().resolve(name).mark().install().state();
    }

    private WindowRig help(String title, String button) {
        return rig.shows(title)
                .until(() -> rig.scene().getFocusOwner() instanceof Button b
                        && b.getText().equals(button));
    }

    private void back() {
        rig.until(this::focused);
        assertThat(foundry.services().inventory().require(id).state()).isEqualTo(PowerState.RUNNING);
    }
}
