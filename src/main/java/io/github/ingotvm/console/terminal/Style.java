package io.github.ingotvm.console.terminal;

/**
 * How a character looks.
 *
 * @param foreground {@link #USUAL}, a number of the {@link Palette}, or {@link #RGB} with 24 bits of colour
 * @param background likewise
 * @param attributes {@link #BOLD} and the others, or'ed
 */
public record Style(int foreground, int background, int attributes) {
    /** The colour of a terminal that nobody told any. */
    public static final int USUAL = -1;

    /** Marks a colour that is no number of the palette. */
    public static final int RGB = 1 << 24;

    public static final int BOLD = 1;
    public static final int FAINT = 1 << 1;
    public static final int ITALIC = 1 << 2;
    public static final int UNDERLINED = 1 << 3;
    public static final int BLINKING = 1 << 4;
    public static final int INVERSE = 1 << 5;
    public static final int HIDDEN = 1 << 6;
    public static final int STRUCK = 1 << 7;

    public static final Style PLAIN = new Style(USUAL, USUAL, 0);

    public boolean is(int attribute) {
        return (attributes & attribute) != 0;
    }

    Style with(int attribute) {
        return new Style(foreground, background, attributes | attribute);
    }

    Style without(int attribute) {
        return new Style(foreground, background, attributes & ~attribute);
    }

    Style foreground(int colour) {
        return new Style(colour, background, attributes);
    }

    Style background(int colour) {
        return new Style(foreground, colour, attributes);
    }

    /** What erased places look like: the background stays. */
    Style erased() {
        return new Style(USUAL, background, 0);
    }
}
