package io.github.ingotvm.console;

/**
 * What is believed of a server. Whoever says more is not answered with memory but with an exception.
 *
 * @param side longest side of a screen, in pixels
 * @param pixels most pixels of a screen; each takes four bytes
 * @param pointerSide longest side of a pointer's shape, in pixels
 * @param text longest name or reason, in bytes
 * @param clipboard how much of a clipboard's text is kept, and how much may be offered, in bytes
 * @param skipped longest clipboard that is read past, in bytes
 * @param patience how long it may take until it has told the size of its screen, in milliseconds
 */
public record Limits(int side, int pixels, int pointerSide, int text, int clipboard, int skipped, int patience) {
    /** Enough for a screen of 7680x4320. QEMU hangs up on a clipboard of more than a MiB, with what is around the text. */
    public static final Limits USUAL =
            new Limits(16_384, 1 << 25, 512, 1 << 16, (1 << 20) - (1 << 12), 1 << 26, 20_000);

    void checkScreen(int width, int height) {
        if (width < 1 || height < 1 || width > side || height > side || (long) width * height > pixels) {
            throw ConsoleException.broken("an impossible size (" + width + "x" + height + ")");
        }
    }
}
