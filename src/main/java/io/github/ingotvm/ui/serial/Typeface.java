package io.github.ingotvm.ui.serial;

import io.github.ingotvm.console.terminal.Style;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** A font in which all characters are equally wide, and how much room one takes. */
final class Typeface {
    private static final String FAMILY =
            Font.getFamilies().contains("DejaVu Sans Mono") ? "DejaVu Sans Mono" : "Monospaced";
    private static final String SAMPLE = "0123456789";

    private final double size;
    private final double width;
    private final double height;
    private final double ascent;

    Typeface(double size) {
        this.size = size;
        Text text = new Text(SAMPLE);
        text.setFont(font(Style.PLAIN));
        this.width = text.getLayoutBounds().getWidth() / SAMPLE.length();
        this.height = Math.ceil(text.getLayoutBounds().getHeight());
        this.ascent = text.getBaselineOffset();
    }

    Font font(Style style) {
        return Font.font(
                FAMILY,
                style.is(Style.BOLD) ? FontWeight.BOLD : FontWeight.NORMAL,
                style.is(Style.ITALIC) ? FontPosture.ITALIC : FontPosture.REGULAR,
                size);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** From a line's top to where its letters stand. */
    double ascent() {
        return ascent;
    }
}
