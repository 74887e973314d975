package io.github.ingotvm.ui;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxToolkit;

/**
 * Pictures of every screen and sheet on a host in memory, dark and light, to be looked at by a person. Arguments: the folder for the
 * pictures, then, to take a few alone, the beginnings of their names.
 */
final class Gallery {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final WindowRig rig;
    private final Foundry foundry;
    private final Path out;

    private Gallery(WindowRig rig, Foundry foundry, Path out) {
        this.rig = rig;
        this.foundry = foundry;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, java.util.concurrent.TimeoutException {
        FxToolkit.registerPrimaryStage();
        for (String theme : List.of("light", "dark")) {
            Path folder = Files.createTempDirectory("ingot-gallery");
            Files.writeString(folder.resolve("window.properties"), "theme=" + theme + "\n");
            Foundry foundry = new Foundry(folder);
            try (WindowRig rig = WindowRig.open(foundry::connect, folder, WIDTH, HEIGHT)) {
                new Gallery(rig, foundry, Path.of(args[0], theme)).walk();
            }
        }
        Platform.exit();
    }

    private void walk() {
        rig.shows("Cast your first machine");
        check();
    }

    private void check() {
        rig.press(KeyCode.CONTROL, KeyCode.K).shows("All is well");
        take("check-well");
        foundry.furnish();
        VirtualMachine debian = foundry.services().inventory().resolve("Debian 12");
        Snapshot tuned = foundry.services().inventory().resolveSnapshot(debian, "Tuned");
        for (int i = 0; i < 4; i++) {
            foundry.fake()
                    .foreign()
                    .addsFile(
                            foundry.fake().volumes().pathOf("web-0" + i + ".vda.00000000000" + i + ".qcow2"),
                            "qcow2",
                            1 << 20,
                            Optional.empty());
        }
        rig.press(KeyCode.F5).shows("Left over");
        take("check-leftovers");
        foundry.fake()
                .foreign()
                .writes(tuned.hardware().writableDisks().get(0).source().orElseThrow(), "x", "y");
        VirtualMachine windows = foundry.services().inventory().resolve("Windows 11 Office");
        foundry.fake()
                .foreign()
                .removesFile(foundry.services()
                        .inventory()
                        .snapshots(windows.id())
                        .get(0)
                        .hardware()
                        .writableDisks()
                        .get(0)
                        .source()
                        .orElseThrow());
        rig.press(KeyCode.F5).shows("Files are missing");
        take("check-all");
        rig.click("Remove Leftovers").shows("Undo");
        take("check-undo");
    }

    private void take(String name) {
        // Fades and hover colours come to rest.
        rig.robot().sleep(400);
        rig.pictureOfScreen(out.resolve(name + ".png"));
    }
}
