package io.github.ingotvm.ui;

import io.github.ingotvm.model.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxToolkit;

/** Pictures of a machine's page in each state, by night and by day. Argument: the folder for the pictures. */
final class StatesTour {
    private final Foundry foundry;
    private final WindowRig rig;
    private final Path out;

    private StatesTour(Foundry foundry, WindowRig rig, Path out) {
        this.foundry = foundry;
        this.rig = rig;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, java.util.concurrent.TimeoutException {
        Path folder = Files.createTempDirectory("ingot-states");
        FxToolkit.registerPrimaryStage();
        for (String theme : List.of("dark", "light")) {
            Path mine = Files.createDirectories(folder.resolve(theme));
            Files.writeString(mine.resolve("window.properties"), "theme=" + theme + "\n");
            Foundry foundry = new Foundry(mine);
            VirtualMachine web = foundry.machine("web-01");
            foundry.services().power().start(foundry.foreign("spicy").id());
            VirtualMachine installing = foundry.installing("Debian 12");
            try (WindowRig rig = WindowRig.open(foundry::connect, mine, 1280, 800)) {
                new StatesTour(foundry, rig, Path.of(args[0]).resolve(theme)).walk(web, installing);
            }
        }
        Platform.exit();
    }

    private void walk(VirtualMachine web, VirtualMachine installing) {
        var power = foundry.services().power();
        power.start(web.id());
        open("web-01");
        picture("running", () -> {});
        rig.tool("Scale");
        rig.robot().sleep(700);
        rig.pictureOfScreen(out.resolve("scale.png"));
        rig.press(KeyCode.ESCAPE);
        rig.tool("Send keys").click("Type Text…");
        rig.type("sudo apt install ingot # 10 €\n");
        picture("type", () -> {});
        rig.press(KeyCode.ESCAPE);
        rig.robot().clickOn("#console").type(KeyCode.F11);
        rig.robot().sleep(900);
        rig.pictureOfScreen(out.resolve("full.png"));
        rig.robot().type(KeyCode.F11);
        picture("paused", () -> power.pause(web.id()));
        power.resume(web.id());
        picture("off", () -> power.forceOff(web.id()));
        power.start(web.id());
        rig.shows("Shut Down");
        picture("saved", () -> foundry.fake().foreign().saves(web.id()));
        power.start(web.id());
        rig.shows("Shut Down");
        picture("crashed", () -> foundry.fake().foreign().crashes(web.id()));
        rig.press(KeyCode.ESCAPE);
        open("spicy");
        picture("spice", () -> {});
        rig.press(KeyCode.ESCAPE);
        open("Debian 12");
        picture("installing", () -> {});
        picture("install-stopped", () -> power.forceOff(installing.id()));
        picture("lost", () -> foundry.fake().foreign().stopsDaemon());
    }

    private void open(String name) {
        rig.shows(name).doubleClick(name);
        rig.shows("Snapshot…");
    }

    private void picture(String name, Runnable before) {
        before.run();
        rig.robot().sleep(1500);
        rig.picture(out.resolve(name + ".png"));
    }
}
