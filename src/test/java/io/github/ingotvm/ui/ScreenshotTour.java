package io.github.ingotvm.ui;

import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Walks through the window on a host in memory and takes a picture of each place. Argument: the folder for the pictures. */
final class ScreenshotTour {
    private final WindowRig rig;
    private final FxRobot robot;
    private final Path out;
    private final String suffix;

    private ScreenshotTour(WindowRig rig, Path out, String suffix) {
        this.rig = rig;
        this.robot = rig.robot();
        this.out = out;
        this.suffix = suffix;
    }

    public static void main(String[] args) throws IOException, java.util.concurrent.TimeoutException {
        Path out = Path.of(args[0]);
        Path folder = Files.createTempDirectory("ingot-tour");
        FxToolkit.registerPrimaryStage();
        Foundry foundry = new Foundry(folder);
        foundry.furnish();
        for (String theme : new String[] {"light", "dark"}) {
            Path mine = Files.createDirectories(folder.resolve(theme));
            Files.writeString(mine.resolve("window.properties"), "theme=" + theme + "\n");
            try (WindowRig rig = WindowRig.open(foundry::connect, mine, 1160, 760)) {
                new ScreenshotTour(rig, out, theme.equals("dark") ? "-dark" : "").walk(foundry);
            }
        }
        javafx.application.Platform.exit();
    }

    private void walk(Foundry foundry) {
        VirtualMachine debian = foundry.services().inventory().resolve("Debian 12");
        waitFor("Debian 12");
        pause(2600);
        take("dashboard");
        robot.rightClickOn("Debian 12");
        pause(400);
        takeRoot("menu");
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        pause(300);
        take("list");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.clickOn("Debian 12");
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        pause(600);
        take("overview");
        robot.clickOn("Snapshots");
        pause(400);
        take("snapshots");
        robot.type(KeyCode.ESCAPE);
        robot.rightClickOn("Debian 12");
        pause(300);
        robot.clickOn("Clone…");
        pause(500);
        take("clone");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("Golden images");
        pause(600);
        take("golden");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        pause(500);
        take("new");
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("web");
        pause(400);
        take("search");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("Accounting");
        robot.type(KeyCode.DELETE);
        pause(600);
        take("undo");
        robot.clickOn("Undo");
        robot.clickOn("Debian 12");
        robot.type(KeyCode.DELETE);
        pause(600);
        take("refused");
        robot.doubleClickOn("web-01");
        pause(1200);
        take("machine");
        assert debian.persistent();
    }

    private void waitFor(String text) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> robot.lookup(text).tryQuery().isPresent());
    }

    private void pause(long millis) {
        robot.sleep(millis);
    }

    private void take(String name) {
        rig.picture(out.resolve(name + suffix + ".png"));
    }

    /** With what lies in windows of its own, as menus do. */
    private void takeRoot(String name) {
        rig.pictureOfScreen(out.resolve(name + suffix + ".png"));
    }
}
