package io.github.ingotvm.ui;

import io.github.ingotvm.model.MachineId;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.testfx.api.FxToolkit;

/**
 * A machine's screen in a window on a desktop that is scaled, looked at pixel by pixel. Ends with 0 when each of the guest's pixels is
 * one of the monitor's, at the scale that the desktop was given. Prints what it found.
 */
final class FinePixels {
    private static final int[][] PLACES = {{0, 0}, {1, 0}, {2, 1}, {479, 349}, {958, 698}, {959, 699}};

    /** So that one to one nearly fills the window at a scale of 1.5. */
    private static final int WIDTH = 960;

    private static final int HEIGHT = 700;

    private FinePixels() {}

    public static void main(String[] args) throws Exception {
        FxToolkit.registerPrimaryStage();
        Path folder = Files.createTempDirectory("ingot-fine");
        Foundry foundry = new Foundry(folder, PaintedScreens::numbered);
        MachineId id = foundry.machine("Screened").id();
        foundry.fake().guest().sized(id, WIDTH, HEIGHT);
        foundry.services().power().start(id);
        int wrong = 0;
        try (WindowRig rig = WindowRig.open(foundry::connect, folder, 940, 590)) {
            rig.robot().interact(() -> {
                rig.stage().setX(0);
                rig.stage().setY(0);
            });
            rig.shows("Screened").doubleClick("Screened");
            rig.until(() -> rig.robot()
                    .lookup("#console")
                    .tryQuery()
                    .filter(Node::isFocused)
                    .isPresent());
            rig.hides("The machine has the keyboard. Press Ctrl+Alt to take it back.");
            double scale = rig.stage().getOutputScaleX();
            Node image = rig.scene().getRoot().lookup("#console").lookup(".image-view");
            Bounds at = image.localToScene(image.getBoundsInLocal());
            StringBuilder found = new StringBuilder(
                    "scale " + scale + ", shown " + at.getWidth() * scale + " of " + WIDTH + " across");
            for (int[] place : PLACES) {
                int pixel = rig.pixel(at.getMinX() * scale + place[0], at.getMinY() * scale + place[1]);
                boolean right = pixel == PaintedScreens.number(place[0], place[1]);
                wrong += right ? 0 : 1;
                found.append("; ").append(place[0]).append(',').append(place[1]);
                found.append(right ? " right" : " wrong " + Integer.toHexString(pixel));
            }
            System.out.println(found);
        }
        Platform.exit();
        System.exit(wrong);
    }
}
