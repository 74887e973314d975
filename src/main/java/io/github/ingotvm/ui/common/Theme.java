package io.github.ingotvm.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** Dark or light: as the desktop is, unless the user said otherwise. */
public final class Theme {
    /** What the user asked for. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final Settings settings;
    private final Background background;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final List<Scene> scenes = new ArrayList<>();
    private Optional<String> font = Optional.empty();
    private boolean desktopDark;
    private Optional<Boolean> applied = Optional.empty();

    public Theme(Settings settings, Background background) {
        this.settings = settings;
        this.background = background;
        // What the desktop was the last time is right nearly always, and saves a flash of the other.
        this.desktopDark = settings.get("desktop.dark").map(Boolean::valueOf).orElse(false);
        settings.get("theme").ifPresent(t -> choice.set(choiceOf(t)));
        choice.addListener((o, old, now) -> {
            settings.put("theme", now.name().toLowerCase(Locale.ROOT));
            apply();
        });
    }

    private static Choice choiceOf(String word) {
        return word.equals("dark") ? Choice.DARK : word.equals("light") ? Choice.LIGHT : Choice.SYSTEM;
    }

    public ObjectProperty<Choice> choice() {
        return choice;
    }

    /** Dresses a scene, and all windows that come from it. */
    public void dress(Scene newScene) {
        scenes.add(newScene);
        apply();
        font.ifPresent(f -> useFont(newScene, f));
    }

    /** A window is closed. */
    public void undress(Scene gone) {
        scenes.remove(gone);
    }

    /** Asks the desktop again. */
    public void askDesktop() {
        background.run(
                () -> new Answer(Desktop.isDark(), Desktop.font()),
                answer -> {
                    desktopDark = answer.dark;
                    settings.put("desktop.dark", Boolean.toString(answer.dark));
                    apply();
                    answer.font.ifPresent(this::useFont);
                },
                e -> {});
    }

    private record Answer(boolean dark, Optional<String> font) {}

    private void useFont(String family) {
        font = Optional.of(family).filter(javafx.scene.text.Font.getFamilies()::contains);
        font.ifPresent(f -> scenes.forEach(s -> useFont(s, f)));
    }

    private static void useFont(Scene scene, String family) {
        scene.getRoot().setStyle("-fx-font-family: \"" + family + "\";");
    }

    private void apply() {
        boolean dark = choice.get() == Choice.SYSTEM ? desktopDark : choice.get() == Choice.DARK;
        if (!applied.equals(Optional.of(dark))) {
            applied = Optional.of(dark);
            Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        }
        scenes.forEach(
                s -> s.getStylesheets().setAll(resource(dark ? "dark.css" : "light.css"), resource("ingot.css")));
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/io/github/ingotvm/ui/" + name))
                .toExternalForm();
    }
}
