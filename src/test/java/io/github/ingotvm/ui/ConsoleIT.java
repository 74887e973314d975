package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.model.MachineId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A machine's screen in the real window, with a screen in memory behind it. */
class ConsoleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Foundry foundry;
    private WindowRig rig;
    private FxRobot robot;
    private MachineId id;

    @BeforeEach
    void open() throws java.util.concurrent.TimeoutException {
        FxToolkit.registerPrimaryStage();
        foundry = new Foundry(folder);
        id = foundry.machine("Screened").id();
        foundry.services().power().start(id);
        rig = WindowRig.open(foundry::connect, folder, 1160, 760);
        robot = rig.robot();
        await().atMost(PATIENCE).until(() -> robot.lookup("Screened").tryQuery().isPresent());
        robot.doubleClickOn("Screened");
        awaitConsole();
        await().atMost(PATIENCE).until(this::focused);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void givesTheKeyboardToTheMachineAndTakesItBack() {
        robot.type(KeyCode.E);
        robot.push(KeyCode.CONTROL, KeyCode.Q);
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

        await().atMost(PATIENCE).until(() -> robot.lookup("#console").tryQuery().isEmpty());
    }

    private Node console() {
        return robot.lookup("#console").query();
    }

    private boolean focused() {
        return robot.lookup("#console").tryQuery().filter(Node::isFocused).isPresent();
    }

    private void awaitConsole() {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#console")
                        .tryQuery()
                        .filter(Node::isVisible)
                        .isPresent());
    }

    private List<Integer> typed() {
        return foundry.fake().guest().keysyms(id);
    }

    private static long fullScreens() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage stage && stage.isFullScreen())
                .count();
    }
}
