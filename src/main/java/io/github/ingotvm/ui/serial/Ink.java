package io.github.ingotvm.ui.serial;

import io.github.ingotvm.console.terminal.Palette;
import io.github.ingotvm.console.terminal.Style;
import javafx.scene.paint.Color;

/**
 * The two colours of a character.
 *
 * @param text what it is written with
 * @param ground what it is written on; transparent where that is the page
 */
record Ink(Color text, Color ground) {
    static final Color TEXT = Color.web("#d9dce1");
    private static final Color GROUND = Color.web("#16181c");
    private static final Color SELECTED = Color.web("#4a5a78");
    private static final double FAINT = 0.6;

    /** @param inverse whether the whole screen is */
    static Ink of(Style style, boolean inverse, boolean selected) {
        boolean swapped = style.is(Style.INVERSE) ^ inverse;
        Color text = colour(style.foreground(), TEXT);
        Color ground = colour(style.background(), swapped ? GROUND : Color.TRANSPARENT);
        if (swapped) {
            Color was = text;
            text = ground;
            ground = was;
        }
        if (style.is(Style.FAINT)) {
            text = text.deriveColor(0, 1, 1, FAINT);
        }
        if (style.is(Style.HIDDEN)) {
            text = Color.TRANSPARENT;
        }
        return new Ink(text, selected ? SELECTED : ground);
    }

    private static Color colour(int colour, Color usual) {
        if (colour == Style.USUAL) {
            return usual;
        }
        int rgb = Palette.rgb(colour);
        return Color.rgb((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
    }
}
