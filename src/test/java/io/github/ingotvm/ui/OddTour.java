package io.github.ingotvm.ui;

import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Cloner;
import io.github.ingotvm.service.NamePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Pictures of what is rare: nothing, very much, very long, and what goes wrong. Argument: the folder for the pictures. */
final class OddTour {
    private OddTour() {}

    public static void main(String[] args) throws IOException, java.util.concurrent.TimeoutException {
        Path out = Path.of(args[0]);
        Path folder = Files.createTempDirectory("ingot-odd");
        FxToolkit.registerPrimaryStage();
        refused(out, folder.resolve("a"));
        empty(out, folder.resolve("b"));
        many(out, folder.resolve("c"));
        javafx.application.Platform.exit();
    }

    private static void refused(Path out, Path folder) {
        try (WindowRig rig = WindowRig.open(
                () -> {
                    throw new IngotException(
                            Kind.DISCONNECTED,
                            "There is no libvirt to talk to at qemu:///session; install libvirt-daemon and try again.",
                            new IllegalStateException("Failed to connect socket: No such file or directory"));
                },
                folder,
                1160,
                760)) {
            waitFor(rig.robot(), "Try Again");
            rig.picture(out.resolve("refused-connection.png"));
        }
    }

    private static void empty(Path out, Path folder) {
        Foundry foundry = new Foundry(folder);
        try (WindowRig rig = WindowRig.open(foundry::connect, folder, 1160, 760)) {
            FxRobot robot = rig.robot();
            waitFor(robot, "Try the Demo Machine");
            rig.picture(out.resolve("empty.png"));
            robot.clickOn("Golden images");
            robot.sleep(500);
            rig.picture(out.resolve("empty-golden.png"));
            robot.push(KeyCode.CONTROL, KeyCode.N);
            robot.sleep(300);
            foundry.fake().foreign().stopsDaemon();
            robot.sleep(500);
            rig.picture(out.resolve("lost.png"));
        }
    }

    private static void many(Path out, Path folder) {
        Foundry foundry = new Foundry(folder);
        VirtualMachine mould = foundry.machine("mould");
        var golden = foundry.snapshot(mould, "Just Installed", "");
        foundry.services().golden().promote(mould.id(), golden.id(), "");
        foundry.clones(
                mould,
                new Cloner.From.Golden(),
                false,
                NamePattern.expand("runner-{01..56}").toArray(new String[0]));
        String tooLong =
                "A very long name that somebody pasted from a ticket ".repeat(4).strip();
        VirtualMachine longest = foundry.machine(tooLong);
        foundry.snapshot(longest, tooLong, tooLong);
        foundry.snapshot(longest, "日本語のスナップショット", "说明：安装了中文环境");
        foundry.machine("שרת בדיקות של הצוות");
        foundry.machine("خادم الاختبار");
        foundry.machine("日本語の仮想マシン");
        foundry.machine("a/b <&> \"quoted\" 'name'");
        try (WindowRig rig = WindowRig.open(foundry::connect, folder, 1160, 760)) {
            FxRobot robot = rig.robot();
            waitFor(robot, "mould");
            robot.sleep(800);
            rig.picture(out.resolve("many.png"));
            robot.type(KeyCode.HOME).push(KeyCode.ALT, KeyCode.ENTER);
            robot.sleep(300);
            rig.picture(out.resolve("first-overview.png"));
            robot.type(KeyCode.ESCAPE);
            robot.clickOn(tooLong);
            robot.push(KeyCode.ALT, KeyCode.ENTER);
            robot.sleep(600);
            rig.picture(out.resolve("long-overview.png"));
            robot.clickOn("Snapshots");
            robot.sleep(400);
            rig.picture(out.resolve("long-snapshots.png"));
            robot.type(KeyCode.ESCAPE);
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            robot.sleep(400);
            rig.picture(out.resolve("many-list.png"));
        }
    }

    private static void waitFor(FxRobot robot, String text) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> robot.lookup(text).tryQuery().isPresent());
    }
}
