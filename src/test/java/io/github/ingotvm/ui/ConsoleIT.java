package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.console.Keysym;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A machine's screen in the real window, with a screen in memory behind it. */
class ConsoleIT extends ConsoleTest {
    @Test
    void givesTheKeyboardToTheMachineAndTakesItBack() {
        robot.type(KeyCode.E);
        rig.press(KeyCode.CONTROL, KeyCode.Q);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(typed()).containsExactly((int) 'e', Keysym.CONTROL, (int) 'q'));

        robot.push(KeyCode.CONTROL, KeyCode.ALT);

        await().atMost(PATIENCE).until(() -> !focused());
    }

    @Test
    void fillsTheScreenAndComesBack() {
        robot.type(KeyCode.F11);
        await().atMost(PATIENCE).until(() -> fullScreens() == 1);
        await().atMost(PATIENCE).until(this::focused);
        robot.type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(typed()).contains(Keysym.ESCAPE));

        robot.type(KeyCode.F11);

        await().atMost(PATIENCE).until(() -> fullScreens() == 0);
        awaitConsole();
        assertThat(typed()).doesNotContain(Keysym.function(11));
    }

    @Test
    void slidesABarDownFromTheTopOfAFullScreen() {
        robot.type(KeyCode.F11);
        rig.until(() -> bar().getTranslateY() == 0).shows("Leave Full Screen");
        robot.moveTo(console());
        rig.until(() -> bar().getTranslateY() < -30);

        robot.moveTo(new javafx.geometry.Point2D(500, 0));
        // On the bar it stays.
        robot.moveTo(bar());
        rig.until(() -> bar().isHover() && bar().getTranslateY() == 0);
        rig.tool("Send keys").click("Super");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(typed()).containsExactly(Keysym.SUPER));
        await().atMost(PATIENCE).until(this::focused);

        robot.push(KeyCode.CONTROL, KeyCode.ALT);
        rig.until(() ->
                rig.scene().getFocusOwner() instanceof Button b && b.getText().equals("Leave Full Screen"));
        rig.click("Leave Full Screen");
        await().atMost(PATIENCE).until(() -> fullScreens() == 0);
        await().atMost(PATIENCE).until(this::focused);
    }

    private Node bar() {
        return robot.lookup(".full-screen-bar").query();
    }

    @Test
    void staysOnAFullScreenWhenTheScreenBreaks() {
        robot.type(KeyCode.F11);
        await().atMost(PATIENCE).until(() -> fullScreens() == 1);

        breakScreen();

        assertThat(fullScreens()).isEqualTo(1);
        robot.type(KeyCode.A);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(typed()).containsExactly((int) 'a'));
    }

    @Test
    void keepsItsButtonsWithinTheSmallestWindow() {
        robot.interact(() -> rig.stage().setWidth(720));
        rig.until(() -> rig.scene().getWidth() == 720);

        rig.until(() -> rig.scene().getRoot().lookupAll(".header .button").stream()
                .filter(n -> n.isVisible() && n.isManaged())
                .allMatch(n -> n.localToScene(n.getBoundsInLocal()).getMaxX() <= 720));
        rig.tool("Actions").shows("Open in Own Window");
        rig.press(KeyCode.ESCAPE);
    }

    @Test
    void connectsAgainWhenTheMachineStartsAgain() {
        foundry.services().power().forceOff(id);
        await().atMost(PATIENCE).until(() -> !console().isVisible());
        await().atMost(PATIENCE)
                .until(() -> rig.scene().getFocusOwner() instanceof Button button
                        && button.getText().equals("Start"));

        foundry.services().power().start(id);

        awaitConsole();
        await().atMost(PATIENCE).until(this::focused);
    }

    @Test
    void goesBackWithTheWindowsOwnKey() {
        robot.push(KeyCode.ALT, KeyCode.LEFT);

        rig.until(() -> robot.lookup("#console").tryQuery().isEmpty());
    }
}
