package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.console.Keysym;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What goes from the desktop to a machine and back: keys, text, the clipboard, pictures. */
class HandoverIT extends ConsoleTest {
    @Test
    void sendsKeysThatTheDesktopTakes() {
        rig.tool("Send keys").click("Ctrl+Alt+Delete");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(typed()).containsExactly(Keysym.CONTROL, Keysym.ALT, Keysym.DELETE));
        await().atMost(PATIENCE).until(() -> guest().held(id).isEmpty());
        assertThat(guest().scanCodes(id)).containsExactly(0x1D, 0x38, 0xD3);
        await().atMost(PATIENCE).until(this::focused);
    }

    @Test
    void typesTextAndSaysWhatItCannot() {
        copyHere("Hi €!\n");
        rig.tool("Send keys").click("Type Text…");
        rig.shows("This keyboard has no key for €. It is left out.").click("Type 5 Signs");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(typed())
                        .containsExactly(
                                Keysym.SHIFT, (int) 'H', (int) 'i', (int) ' ', Keysym.SHIFT, (int) '!', Keysym.RETURN));
        await().atMost(PATIENCE).until(() -> guest().held(id).isEmpty());
        assertThat(guest().scanCodes(id)).containsExactly(0x2A, 0x23, 0x17, 0x39, 0x2A, 0x02, 0x1C);
        await().atMost(PATIENCE).until(this::focused);
    }

    @Test
    void stopsTypingALongText() {
        copyHere("x".repeat(3000));
        rig.tool("Send keys").click("Type Text…").click("Type 3000 Signs");

        await().atMost(PATIENCE).until(() -> typed().size() > 3);

        rig.press(KeyCode.ESCAPE);

        await().atMost(PATIENCE).until(this::focused);
        assertThat(typed()).hasSizeBetween(4, 2000).containsOnly((int) 'x');
        rig.until(() -> rig.has("Typed " + typed().size() + " of 3000 signs."));
    }

    @Test
    void sharesTheClipboardWhileTheMachineHasTheKeyboardAndNoLonger() {
        giveKeyboardBack();
        copyHere("for the machine");
        takeKeyboard();
        await().atMost(PATIENCE).until(() -> last(guest().clipboard(id)).equals(Optional.of("for the machine")));

        guest().copies(id, "from the machine");
        await().atMost(PATIENCE).until(() -> copiedHere().equals("from the machine"));

        giveKeyboardBack();
        guest().copies(id, "in secret");
        copyHere("not for the machine");
        robot.type(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(copiedHere()).isEqualTo("not for the machine");
        assertThat(guest().clipboard(id)).doesNotContain("not for the machine", "from the machine");
    }

    @Test
    void keepsTheClipboardOfAMachineApartWhereTheUserSaysSo() {
        rig.tool("Send keys").click("Share the Clipboard");
        giveKeyboardBack();
        copyHere("private");

        takeKeyboard();
        robot.type(KeyCode.A);

        await().atMost(PATIENCE).until(() -> typed().contains((int) 'a'));
        assertThat(guest().clipboard(id)).doesNotContain("private");
    }

    @Test
    void keepsAPictureInTheFolderAndOnTheClipboard() throws IOException {
        String home = System.getProperty("user.home");
        Path pictures = Files.createDirectories(folder.resolve("Pictures"));
        System.setProperty("user.home", folder.toString());
        try {
            rig.tool("Save and copy a picture of the screen");

            await().atMost(PATIENCE).until(() -> files(pictures).size() == 1);
            assertThat(files(pictures).get(0).getFileName().toString()).startsWith("Screened ");
            int pixel = WaitForAsyncUtils.waitForAsyncFx(
                    5000,
                    () -> Clipboard.getSystemClipboard()
                            .getImage()
                            .getPixelReader()
                            .getArgb(700, 500));
            assertThat(pixel).isEqualTo(PaintedScreens.number(700, 500));
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void releasesKeysAndButtonsWhenItLosesTheKeyboard() {
        robot.press(KeyCode.SHIFT);
        try {
            await().atMost(PATIENCE).until(() -> guest().held(id).contains(Keysym.SHIFT));

            robot.interact(() -> rig.scene().getRoot().lookup(".back").requestFocus());

            await().atMost(PATIENCE).until(() -> guest().held(id).isEmpty());
        } finally {
            robot.release(KeyCode.SHIFT);
        }
    }

    @Test
    void givesTheMachineEveryKeyAndTakesThemBack() {
        rig.tool("Send keys").click("Take Every Key");
        robot.moveTo(console());
        rig.shows("The machine has every key, the desktop's own as well. Press Ctrl+Alt to take them back.");

        // F11 and Alt+Left are the window's own else.
        rig.press(KeyCode.F11).press(KeyCode.ALT, KeyCode.LEFT);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(typed()).containsExactly(Keysym.function(11), Keysym.ALT, Keysym.LEFT));
        await().atMost(PATIENCE).until(() -> guest().held(id).isEmpty());
        assertThat(guest().scanCodes(id)).containsExactly(0x57, 0x38, 0xCB);
        assertThat(fullScreens()).isZero();

        robot.moveTo(rig.scene().getRoot().lookup(".back"));
        await().atMost(PATIENCE).until(this::focused);
        rig.press(KeyCode.F11);
        await().atMost(PATIENCE).until(() -> fullScreens() == 1);

        // There the pointer is on the machine again, and so it has F11, too: the bar is the way out.
        robot.moveTo(console());
        rig.until(() -> !rig.stage().isFocused());
        rig.press(KeyCode.CONTROL, KeyCode.ALT);
        rig.until(() ->
                rig.scene().getFocusOwner() instanceof Button b && b.getText().equals("Leave Full Screen"));
        rig.until(() -> rig.stage().isFocused());
        assertThat(guest().held(id)).isEmpty();
        rig.press(KeyCode.ENTER);
        await().atMost(PATIENCE).until(() -> fullScreens() == 0);
    }

    private void giveKeyboardBack() {
        robot.push(KeyCode.CONTROL, KeyCode.ALT);
        await().atMost(PATIENCE).until(() -> !focused());
    }

    private void takeKeyboard() {
        robot.clickOn(console());
        await().atMost(PATIENCE).until(this::focused);
    }

    private void copyHere(String text) {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private static String copiedHere() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                        .orElse(""));
    }

    private static Optional<String> last(List<String> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
