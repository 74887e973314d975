package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.ui.common.Settings;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** How the window looks, and that it looks so again the next time. */
class AppearanceIT extends WindowTest {
    private String sheets() {
        return String.join(" ", rig().scene().getStylesheets());
    }

    private Settings remembered() {
        return new Settings(folder.resolve("window.properties"));
    }

    @Test
    void isDarkOrLightAtTheUsersWishAndStaysSo() {
        open();
        rig().tool("Menu").click("Appearance").click("Dark");
        rig().until(() -> sheets().contains("dark.css"));
        rig().tool("Menu").click("Appearance").click("Light");
        rig().until(() -> sheets().contains("light.css") && !sheets().contains("dark.css"));

        assertThat(remembered().get("theme")).contains("light");
        closeWindow();
        open();
        assertThat(sheets()).contains("light.css");
    }

    @Test
    void showsAListAgainWhenItShowedOne() {
        foundry().machine("web");
        open();
        rig().shows("web").press(KeyCode.CONTROL, KeyCode.DIGIT2).shows("Memory");
        closeWindow();
        open();
        rig().shows("Memory").press(KeyCode.CONTROL, KeyCode.DIGIT1).hides("Memory");
        assertThat(remembered().get("view")).contains("grid");
    }

    @Test
    void listsTheKeys() {
        open();
        rig().tool("Menu")
                .click("Keyboard")
                .shows("Ctrl+K")
                .press(KeyCode.ESCAPE)
                .hides("Ctrl+K");
    }
}
