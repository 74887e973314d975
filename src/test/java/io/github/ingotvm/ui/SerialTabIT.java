package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.service.machines.SerialPort;
import io.github.ingotvm.testkit.linux.SharedLinux;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** A Linux guest used over its serial port in the real window. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class SerialTabIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void typesCopiesAndPastes() {
        SharedLinux linux = SharedLinux.get();
        try (WindowRig rig = WindowRig.open(linux::connect, folder, 1100, 700)) {
            try {
                use(rig, linux);
            } catch (RuntimeException | AssertionError e) {
                rig.pictureOfScreen(Path.of("target", "serial-failed.png"));
                throw e;
            }
        }
    }

    private static void use(WindowRig rig, SharedLinux linux) {
        rig.click(linux.name()).press(KeyCode.ENTER).click("Serial");
        rig.hasKeyboard("#terminal");
        rig.press(KeyCode.ENTER);
        type(rig, "stty echo; . /etc/profile; clear");
        rig.press(KeyCode.ENTER);
        type(rig, "ls --color=always / && echo 'done: '$((6*7))");
        rig.press(KeyCode.ENTER);
        says(rig, "done: 42");

        clipboard(rig, "echo pasted-$((1+1))\n\033[A");
        rig.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        says(rig, "pasted-2");

        rig.press(KeyCode.CONTROL, KeyCode.C);
        type(rig, "clear; echo single-word");
        rig.press(KeyCode.ENTER);
        rig.until(() -> text(rig).startsWith("single-word"));
        rig.robot().interact(() -> {
            var node = rig.robot().lookup("#terminal").query();
            var at = node.localToScreen(20, 16);
            rig.robot().moveTo(at);
        });
        Pointer.click(MouseButton.PRIMARY, 2);
        rig.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        rig.until(() -> "single-word".equals(Clipboard.getSystemClipboard().getString()));

        try (SerialPort taken = linux.services().power().serial(linux.id(), bytes -> {})) {
            rig.shows("Connect Again");
            assertThat(taken.isOpen()).isTrue();
        }
        rig.click("Connect Again");
        rig.hasKeyboard("#terminal");
        type(rig, "clear; echo back");
        rig.press(KeyCode.ENTER);
        rig.until(() -> text(rig).startsWith("back"));
    }

    private static void clipboard(WindowRig rig, String text) {
        rig.robot().interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private static void type(WindowRig rig, String text) {
        rig.robot().write(text);
    }

    private static void says(WindowRig rig, String words) {
        rig.until(() -> text(rig).lines().anyMatch(words::equals));
    }

    private static String text(WindowRig rig) {
        return String.valueOf(
                rig.robot().lookup("#terminal").query().queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }
}
