package io.github.ingotvm.ui.create;

import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A system's first letter on a tile of its colour. */
final class Glyph extends StackPane {
    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("debian", "#a80030"),
            Map.entry("ubuntu", "#c7421a"),
            Map.entry("fedora", "#2f5ea4"),
            Map.entry("rhel", "#b8151b"),
            Map.entry("centos", "#7a2b79"),
            Map.entry("almalinux", "#0b5a8a"),
            Map.entry("rocky", "#0a7a52"),
            Map.entry("opensuse", "#3f7d10"),
            Map.entry("sle", "#0b6b4f"),
            Map.entry("archlinux", "#126f9e"),
            Map.entry("alpinelinux", "#0d597f"),
            Map.entry("gentoo", "#54487a"),
            Map.entry("nixos", "#3d5a9e"),
            Map.entry("win", "#0067b8"),
            Map.entry("freebsd", "#a32623"),
            Map.entry("openbsd", "#7a6200"),
            Map.entry("netbsd", "#b34a00"),
            Map.entry("ingot", "#8a6000"));
    private static final String OTHER = "#5a5f66";

    Glyph() {
        getStyleClass().add("os-glyph");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    /** @param distro as the osinfo database spells it */
    void show(String name, String distro) {
        Label letter =
                new Label(name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
        letter.getStyleClass().add("os-letter");
        getChildren().setAll(letter);
        setStyle("-fx-background-color: " + COLOURS.getOrDefault(distro, OTHER) + ";");
    }
}
