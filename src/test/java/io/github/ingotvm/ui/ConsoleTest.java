package io.github.ingotvm.ui;

import static org.awaitility.Awaitility.await;

import io.github.ingotvm.fake.FakeGuest;
import io.github.ingotvm.model.MachineId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Tests of a machine's screen in the real window, with a screen in memory behind it; it is open and has the keyboard. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
abstract class ConsoleTest {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    Foundry foundry;
    WindowRig rig;
    FxRobot robot;
    MachineId id;

    @BeforeEach
    final void open() throws java.util.concurrent.TimeoutException {
        FxToolkit.registerPrimaryStage();
        foundry = new Foundry(folder, PaintedScreens::numbered);
        id = foundry.machine("Screened").id();
        foundry.services().power().start(id);
        rig = WindowRig.open(foundry::connect, folder, 1160, 760);
        robot = rig.robot();
        rig.click("Screened").press(KeyCode.ENTER);
        awaitConsole();
        await().atMost(PATIENCE).until(this::focused);
    }

    @AfterEach
    final void close() {
        rig.close();
    }

    final FakeGuest guest() {
        return foundry.fake().guest();
    }

    final Node console() {
        return rig.ask(() -> robot.lookup("#console").query());
    }

    final boolean focused() {
        return rig.ask(() ->
                robot.lookup("#console").tryQuery().filter(Node::isFocused).isPresent());
    }

    final void awaitConsole() {
        rig.until(() ->
                robot.lookup("#console").tryQuery().filter(Node::isVisible).isPresent());
    }

    /** Breaks its screen, and returns once another one is open and has the keyboard. */
    final void breakScreen() {
        int before = guest().screensOpened(id);
        guest().breaksScreens(id);
        await().atMost(PATIENCE).until(() -> guest().screensOpened(id) > before);
        awaitConsole();
        await().atMost(PATIENCE).until(this::focused);
    }

    final List<Integer> typed() {
        return guest().keysyms(id);
    }

    final long fullScreens() {
        return rig.ask(() -> Window.getWindows().stream()
                .filter(w -> w instanceof Stage stage && stage.isFullScreen())
                .count());
    }
}
